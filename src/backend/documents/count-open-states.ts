/**
 * How many graphics states a page's content saves (`q`) and never restores (`Q`): what comes behind would be moved and scaled with
 * them. Read once from front to back, whatever it holds: strings, comments and pictures may contain any letter.
 */
const code = (character: string) => character.charCodeAt(0);
const isSpace = (byte: number) => byte <= 0x20;
const delimiters = new Set(Array.from('()<>[]{}/%', code));
const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !isSpace(byte) && !delimiters.has(byte);

export function countOpenStates(parts: readonly Uint8Array[]): number {
  return parts.reduce((open, part) => readPart(part, open), 0);
}

function readPart(bytes: Uint8Array, before: number): number {
  let open = before;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at];
    if (byte === code('(')) at = skipString(bytes, at);
    else if (byte === code('%')) at = skipUntil(bytes, at, (next) => next === 0x0a || next === 0x0d);
    else if (byte === code('/')) at = skipWord(bytes, at + 1);
    else if (isRegular(byte)) {
      const end = skipWord(bytes, at);
      const word = end - at > 2 ? '' : String.fromCharCode(...bytes.subarray(at, end));
      if (word === 'q') open += 1;
      // Note: one too many is ignored by viewers, so it does not count against a later one.
      if (word === 'Q') open = Math.max(0, open - 1);
      at = word === 'ID' ? skipPicture(bytes, end) : end;
    } else at += 1;
  }
  return open;
}

function skipUntil(bytes: Uint8Array, from: number, isEnd: (byte: number) => boolean): number {
  const end = bytes.subarray(from).findIndex(isEnd);
  return end === -1 ? bytes.length : from + end;
}

function skipWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isRegular(bytes[at])) at += 1;
  return at;
}

/** Parentheses inside each other are part of the string; `\` takes the next one's meaning away. */
function skipString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === code('\\')) at += 1;
    else if (byte === code('(')) depth += 1;
    else if (byte === code(')')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return bytes.length;
}

/** The bytes of a picture inside the content end with `EI` between spaces. */
function skipPicture(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const isEnd = bytes[at + 1] === code('E') && bytes[at + 2] === code('I') && !isRegular(bytes[at + 3]);
    if (isEnd && isSpace(bytes[at] ?? 0)) return at + 3;
  }
  return bytes.length;
}
