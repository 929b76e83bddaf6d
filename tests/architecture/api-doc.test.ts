import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';

type Command = { method: string; path: string; json: string | undefined; hasKey: boolean; text: string };

/** The calls in `sh` blocks, each up to the address it ends with. */
function findCommands(text: string): Command[] {
  const shell = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, code = '']) => code).join('\n');
  return [...shell.matchAll(/^curl (.*?)"\$ROOM([^"?]*)/gms)].map(([, options = '', path = '']) => {
    const json = /--json '(.*?)'/s.exec(options)?.[1];
    const implied = options.includes('-I ') ? 'HEAD' : /--json|--data/.test(options) ? 'POST' : 'GET';
    const method = /-X ([A-Z]+)/.exec(options)?.[1] ?? implied;
    return { method, path, json, hasKey: options.includes('Idempotency-Key'), text: `${method} ${path}` };
  });
}

const findEndpoint = ({ method, path }: Command): Endpoint | undefined =>
  Object.values(allEndpoints).find(
    (line) => line.method === method && line.path.replaceAll(/:[A-Za-z]+/g, '*') === path.replaceAll(/\$[A-Z]+/g, '*'),
  );

const text = readFileSync('docs/api.md', 'utf8');
const commands = findCommands(text);

describe('What docs/api.md tells a shell', () => {
  it('is something', () => {
    expect(commands.length).toBeGreaterThan(10);
  });

  it.each(commands)('is an endpoint, called with what it needs: $text', (command) => {
    const endpoint = findEndpoint(command);
    if (!endpoint) throw new Error(`No endpoint is ${command.text}.`);
    expect(command.hasKey).toBe(endpoint.errors.includes('key-reused'));
    const { input } = endpoint;
    if (input === null || input === 'bytes') expect(command.json).toBeUndefined();
    else expect(input.safeParse(JSON.parse(command.json ?? '')).error).toBeUndefined();
  });
});

it('How a receiver knows a delivery is what the example does, word for word', () => {
  const [, rule = ''] = /```js\n.*?\n\n(.*?)```/s.exec(text) ?? [];
  expect(rule).toContain('timingSafeEqual');
  expect(readFileSync('docs/examples/embed/server.js', 'utf8')).toContain(rule);
});
