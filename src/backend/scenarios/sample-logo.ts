/**
 * The logo of Harbour Credit: a sail over a wave, drawn here and packed as a PNG, so that scenarios need no file of
 * their own. Small and plain on purpose.
 */
const width = 96;
const height = 96;
const samples = 4;

type Color = readonly [red: number, green: number, blue: number, alpha: number];
const clear: Color = [0, 0, 0, 0];
const sea: Color = [14, 92, 99, 255];
const foam: Color = [255, 255, 255, 255];

/** The picture as a function of a place in the unit square. */
function colorAt(x: number, y: number): Color {
  if (!isInRoundedSquare(x, y, 0.22)) return clear;
  const wave = 0.74 + 0.025 * Math.sin(x * Math.PI * 4);
  if (y > wave && y < wave + 0.05 && x > 0.16 && x < 0.84) return foam;
  const isMainSail = x > 0.52 && y > 0.18 && y < 0.66 && x - 0.52 < (y - 0.18) * 0.58;
  const isJib = x < 0.47 && y > 0.3 && y < 0.66 && 0.47 - x < (y - 0.3) * 0.62;
  return isMainSail || isJib ? foam : sea;
}

function isInRoundedSquare(x: number, y: number, radius: number): boolean {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

export async function createSampleLogo(): Promise<Uint8Array<ArrayBuffer>> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, 6);
  return concatenate([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk('IHDR', new Uint8Array(header.buffer)),
    toChunk('IDAT', await deflate(drawPixels())),
    toChunk('IEND', new Uint8Array()),
  ]);
}

/** Rows of RGBA, each behind its filter byte; edges smoothed by taking several samples a pixel. */
function drawPixels(): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + width * 4));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      rows.set(averageColor(column, row), row * (1 + width * 4) + 1 + column * 4);
    }
  }
  return rows;
}

function averageColor(column: number, row: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = (column + ((sample % samples) + 0.5) / samples) / width;
    const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / height;
    const [red, green, blue, alpha] = colorAt(x, y);
    for (const [index, part] of [red * alpha, green * alpha, blue * alpha, alpha].entries()) {
      sum[index] = (sum[index] ?? 0) + part;
    }
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  if (alpha === 0) return [0, 0, 0, 0];
  return [red / alpha, green / alpha, blue / alpha, alpha / (samples * samples)].map(Math.round);
}

const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const packed = new Response(bytes).body?.pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed ?? null).arrayBuffer());
};

function toChunk(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const body = concatenate([new TextEncoder().encode(type), data]);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return chunk;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
