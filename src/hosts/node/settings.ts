/**
 * What whoever operates the host may set: by environment, three of them by a flag as well, which wins. Parsed once, at the start;
 * everything that is wrong is said at once. `docs/operating.md` has the table, and a test holds it against this file. A group of
 * settings is a file in `settings/`, and a line here, which names it in `HostSettings`.
 */
import { parseArgs } from 'node:util';

import * as z from 'zod/mini';

import { HostError } from '#hosts/node/host-error.ts';
import { agentSettings } from '#hosts/node/settings/agent-settings.ts';
import { databaseSettings } from '#hosts/node/settings/database-settings.ts';
import { limitSettings } from '#hosts/node/settings/limit-settings.ts';
import { s3Settings } from '#hosts/node/settings/s3-settings.ts';
import { mailSettings } from '#hosts/node/settings/mail-settings.ts';
import { metricsSettings } from '#hosts/node/settings/metrics-settings.ts';
import { serverSettings } from '#hosts/node/settings/server-settings.ts';
import { textSettings } from '#hosts/node/settings/text-settings.ts';
import { webhookSettings } from '#hosts/node/settings/webhook-settings.ts';

const groups = {
  server: serverSettings,
  agent: agentSettings,
  s3: s3Settings,
  database: databaseSettings,
  limits: limitSettings,
  metrics: metricsSettings,
  mail: mailSettings,
  text: textSettings,
  webhooks: webhookSettings,
} as const;

const settingsSchema = z.object(groups);
export const settingNames = Object.values(groups).flatMap(({ names }) => names);

/** The server's own settings, and each group beside them. */
export type HostSettings = ReturnType<typeof parseSettings>;

/** @throws {HostError} that names everything that is wrong. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>, options: readonly string[]) {
  // Note: an empty variable is how many tools say that it is not set.
  const given = Object.fromEntries(
    Object.entries({ ...environment, ...parseFlags(options) }).filter(([, value]) => value),
  );
  // Every group picks its own from all there is.
  const { data, error } = settingsSchema.safeParse(
    Object.fromEntries(Object.keys(groups).map((name) => [name, given])),
  );
  if (error) {
    const lines = error.issues.map(({ message }) => `  ${message}`);
    throw new HostError(['Some settings cannot be used:', ...lines].join('\n'));
  }
  const { server, ...others } = data;
  return { ...server, ...others };
}

function parseFlags(options: readonly string[]): Readonly<Record<string, string>> {
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
