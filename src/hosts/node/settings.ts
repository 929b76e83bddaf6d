/**
 * What whoever operates the host may set: by environment, three of them by a flag as well, which wins. Parsed once, at the start;
 * everything that is wrong is said at once. `docs/operating.md` has the table, and a test holds it against this file.
 */
import { parseArgs } from 'node:util';

import * as z from 'zod/mini';

import { HostError } from '#hosts/node/host-error.ts';

const onOff = z.pipe(
  z.enum(['on', 'off']),
  z.transform((word) => word === 'on'),
);
const text = z.string().check(z.minLength(1), z.maxLength(120));

const isOrigin = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
};

export const environmentSchema = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 4173),
  HOST: z._default(text, 'localhost'),
  DATA_DIR: z._default(z.string().check(z.minLength(1)), 'data'),
  PUBLIC_ORIGIN: z.optional(z.string().check(z.refine(isOrigin))),
  DEMO: z.optional(onOff),
  AGENT_TOKEN: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{32,256}$/))),
  AGENT_NAME: z._default(text, 'Support'),
  LOG_LEVEL: z.optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
});
type Environment = z.infer<typeof environmentSchema>;

const expected: Readonly<Record<keyof Environment, string>> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'a name or an address to listen on',
  DATA_DIR: 'a folder',
  PUBLIC_ORIGIN: 'an origin like https://room.example.com, without a slash at its end',
  DEMO: 'on or off',
  AGENT_TOKEN: '32 to 256 letters, digits, - or _',
  AGENT_NAME: 'a name of at most 120 letters',
  LOG_LEVEL: 'debug, info, warn, error or silent',
};

export type HostSettings = {
  port: number;
  host: string;
  dataFolder: string;
  /** Undefined: whatever this machine calls itself. */
  publicOrigin: string | undefined;
  demo: boolean;
  agent: { token: string; name: string } | null;
  logLevel: NonNullable<Environment['LOG_LEVEL']>;
};

const isSettingName = (name: PropertyKey | undefined): name is keyof Environment =>
  typeof name === 'string' && Object.hasOwn(expected, name);

/** @throws {HostError} that names everything that is wrong. Values are not repeated: some of them are secrets. */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
  options: readonly string[],
): HostSettings {
  const flags = parseFlags(options);
  // Note: an empty variable is how many tools say that it is not set.
  const given = Object.entries({ ...environment, ...flags }).filter(([, value]) => value);
  const result = environmentSchema.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const wrong = new Set(result.error.issues.map(({ path }) => path[0]).filter(isSettingName));
    const lines = [...wrong].map((name) => `  ${name} must be ${expected[name]}.`);
    throw new HostError(['Some settings cannot be used:', ...lines].join('\n'));
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_ORIGIN, DEMO, AGENT_TOKEN, AGENT_NAME, LOG_LEVEL } = result.data;
  // Note: an address of its own means customers, who are no demonstration.
  const demo = DEMO ?? PUBLIC_ORIGIN === undefined;
  return {
    port: PORT,
    host: HOST,
    dataFolder: DATA_DIR,
    publicOrigin: PUBLIC_ORIGIN,
    demo,
    agent: AGENT_TOKEN === undefined ? null : { token: AGENT_TOKEN, name: AGENT_NAME },
    logLevel: LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}

function parseFlags(options: readonly string[]): Partial<Record<keyof Environment, string>> {
  try {
    const { values } = parseArgs({
      args: [...options],
      options: { data: { type: 'string' }, port: { type: 'string' }, 'no-demo': { type: 'boolean' } },
    });
    return {
      ...(values.data !== undefined && { DATA_DIR: values.data }),
      ...(values.port !== undefined && { PORT: values.port }),
      ...(values['no-demo'] === true && { DEMO: 'off' }),
    };
  } catch (cause) {
    throw new HostError('Usage: npm start -- [--data DIR] [--port PORT] [--no-demo]', { cause });
  }
}
