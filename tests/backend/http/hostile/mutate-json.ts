/** A JSON body with something wrong in it: the right one broken at one place, or text that is no JSON at all. */
import * as fc from 'fast-check';

import { limits } from '#contract/limits.ts';
import type { Schema } from '#contract/endpoints/define-endpoint.ts';

type Body = Uint8Array<ArrayBuffer>;
export type Mutation<Value> = { what: string; value: Value };

/** What no answer and no log line may repeat. */
export const markup = '<img src=x onerror=alert(1)>';

/** Words that JSON.stringify would never write, put in afterwards. */
const placeholder = '@@written-afterwards@@';
const words = [
  'NaN',
  '-Infinity',
  '1e400',
  '-0',
  '0x10',
  '01',
  '1'.repeat(400),
  'undefined',
  '"\\u0000"',
  '"\\ud800"',
  '"\\x41"',
  '{"__proto__":null}',
];
const depth = 20_000;
const nested = [`${'['.repeat(depth)}${']'.repeat(depth)}`, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`];

const strange = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown[]>(null, true, false, 0, -1, 1.5, 1e308, -1e9, '', ' ', [], {}, [[]], [null]),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown[]>(
      '\u0000',
      '\u001b[2J',
      '\ud800',
      '\u202egnp.exe',
      '../..',
      '__proto__',
      'constructor',
      markup,
      '2026-02-30',
      '2026-13-01T00:00:00.000Z',
      '0000-00-00',
      { [markup]: markup },
      { toString: 1, valueOf: 1 },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown[]>('x'.repeat(20_000), new Array<string>(2_000).fill('x'), {
      a: { b: { c: {} } },
    }),
  },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** The example with something wrong at one place of it: another value there, or nothing. */
function breakAt(value: unknown, places: readonly number[], wrong: unknown): unknown {
  if (typeof value !== 'object' || value === null || places.length === 0) return wrong;
  const [place = 0, ...deeper] = places;
  const keys = Object.keys(value);
  const key = keys[place % Math.max(1, keys.length)];
  const broken = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== key) return [[name, inner]];
    const next = breakAt(inner, deeper, wrong);
    return next === undefined ? [] : [[name, next]];
  });
  return Array.isArray(value) ? broken.map(([, inner]) => inner) : Object.fromEntries(broken);
}

/** Note: what an endpoint may take after all is left out here; what becomes of it is told where it is allowed. */
function isTaken(schema: Schema, text: string): boolean {
  try {
    return schema.safeParse(JSON.parse(text)).success;
  } catch {
    // No JSON, or too deep for whoever walks it.
    return false;
  }
}

export function brokenJson(schema: Schema, example: unknown): fc.Arbitrary<Mutation<Body>> {
  const places = fc.array(fc.nat({ max: 9 }), { maxLength: 6 });
  const text = JSON.stringify(example);
  const toText = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));
  const at = (value: fc.Arbitrary<unknown>) =>
    fc.tuple(places, value).map(([path, wrong]) => toText(breakAt(example, path, wrong)));
  const written = fc
    .tuple(places, fc.constantFrom(...words))
    .map(([path, word]) => toText(breakAt(example, path, placeholder)).replace(`"${placeholder}"`, () => word));
  const deep = fc
    .tuple(places, fc.constantFrom(...nested))
    .map(([path, word]) => toText(breakAt(example, path, placeholder)).replace(`"${placeholder}"`, () => word));
  const huge = at(
    fc.constantFrom<unknown[]>(
      'x'.repeat(limits.jsonBytes),
      'y'.repeat(1_100_000),
      new Array<number>(100_000).fill(1),
      Object.fromEntries(Array.from({ length: 20_000 }, (_, key) => [`key-${key}`, 1])),
    ),
  );
  const twice = fc
    .tuple(places, strange)
    .map(([path, wrong]) => `${text.slice(0, -1)},${toText(breakAt(example, path, wrong)).slice(1)}`);
  const cut = fc.nat({ max: text.length - 1 }).map((end) => text.slice(0, end));
  const shapes: [weight: number, what: string, texts: fc.Arbitrary<string>][] = [
    [24, 'another value in one place', at(strange)],
    [8, 'something missing', at(fc.constant(undefined))],
    [6, 'words that are no JSON, or hardly', written],
    [1, 'nested without end', deep],
    [1, 'huge', huge],
    [3, 'a key twice', twice],
    [3, 'cut off', cut],
    [3, 'any text', fc.string()],
    [3, 'any JSON', fc.jsonValue().map((value) => JSON.stringify(value))],
  ];
  const encoder = new TextEncoder();
  const asText = fc
    .oneof(...shapes.map(([weight, what, texts]) => ({ weight, arbitrary: texts.map((value) => ({ what, value })) })))
    .filter(({ value }) => !isTaken(schema, value))
    .map(({ what, value }) => ({ what, value: encoder.encode(value) }));
  return fc.oneof({ weight: 18, arbitrary: asText }, { weight: 1, arbitrary: wrongBytes(encoder.encode(text)) });
}

/** Bytes that are no text: half a character, another encoding, a compressed body. */
const wrongBytes = (bytes: Body): fc.Arbitrary<Mutation<Body>> =>
  fc.oneof(
    fc.nat({ max: bytes.length - 1 }).map((place) => ({ what: 'not UTF-8', value: bytes.with(place, 0xff) })),
    fc.constant({ what: 'UTF-16', value: Uint8Array.from([...bytes].flatMap((byte) => [byte, 0])) }),
    fc
      .uint8Array({ minLength: 1, maxLength: 200 })
      .map((random) => ({ what: 'compressed', value: Uint8Array.from([0x1f, 0x8b, 8, 0, ...random]) })),
  );
