/** Just enough of DER (ITU-T X.690), the binary form of certificates, to write one: values as tag, length, content. */
const tagged = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...encodeLength(content.length)]), content]);
};

const encodeLength = (length: number): number[] => {
  if (length < 0x80) return [length];
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  return [0x80 | bytes.length, ...bytes];
};

/** One of the numbers of an object identifier, seven bits a byte. */
const encodeArc = (arc: number): number[] => {
  const bytes = [arc & 0x7f];
  for (let rest = arc >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
};

export const sequence = (...items: readonly Uint8Array[]): Buffer => tagged(0x30, ...items);
export const set = (...items: readonly Uint8Array[]): Buffer => tagged(0x31, ...items);
/** Of bytes that begin with a bit 0: a positive number. */
export const integer = (...bytes: readonly number[]): Buffer => tagged(0x02, Buffer.from(bytes));
export const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text));
export const bitString = (bytes: Uint8Array): Buffer => tagged(0x03, Buffer.from([0]), bytes);
export const octetString = (bytes: Uint8Array): Buffer => tagged(0x04, bytes);
/** `[number]` around a whole value. */
export const explicit = (number: number, value: Uint8Array): Buffer => tagged(0xa0 | number, value);
/** `[number]` instead of a text's own tag. */
export const implicitText = (number: number, text: string): Buffer => tagged(0x80 | number, Buffer.from(text));

export const utcTime = (date: Date): Buffer =>
  tagged(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));

export const objectId = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...arcs.flatMap(encodeArc)]));
};
