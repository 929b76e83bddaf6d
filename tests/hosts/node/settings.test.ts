import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseSettings, settingNames } from '#hosts/node/settings.ts';

const token = 'a'.repeat(32);

describe('The settings of the host', () => {
  it('need not be set: this machine alone, a demonstration, no agent', () => {
    expect(parseSettings({}, [])).toEqual({
      port: 4173,
      host: 'localhost',
      dataFolder: 'data',
      publicOrigin: undefined,
      demo: true,
      agent: null,
      s3: null,
      database: null,
      limits: { trustedProxies: 0, areOn: true },
      metrics: null,
      mail: null,
      text: null,
      webhooks: { toLoopback: undefined },
      logLevel: 'warn',
    });
  });

  it('come from the environment', () => {
    const environment = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/room',
      PUBLIC_ORIGIN: 'https://room.example.com',
      AGENT_TOKEN: token,
      AGENT_NAME: 'Ada',
      DATABASE_URL: 'postgres://room:secret@database/room',
      TRUST_PROXY: '2',
      RATE_LIMITS: 'off',
      METRICS_TOKEN: token,
      LOG_LEVEL: 'error',
      S3_ENDPOINT: 'https://s3.example.com',
      S3_BUCKET: 'room',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
      SMTP_URL: 'smtp://room:pass%40word@mail.example.com',
      MAIL_FROM: 'Nord Bank <no-reply@example.com>',
      TEXT_URL: 'https://texts.example.com/v1/messages',
      TEXT_TOKEN: 'secret',
      TEXT_FROM: 'NordBank',
      WEBHOOK_LOOPBACK: 'on',
      PATH: '/usr/bin',
    };
    expect(parseSettings(environment, [])).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/var/lib/room',
      publicOrigin: 'https://room.example.com',
      demo: false,
      agent: { token, name: 'Ada' },
      s3: {
        endpoint: 'https://s3.example.com',
        bucket: 'room',
        region: 'us-east-1',
        accessKeyId: 'id',
        secretAccessKey: 'secret',
      },
      database: { url: 'postgres://room:secret@database/room' },
      limits: { trustedProxies: 2, areOn: false },
      metrics: { token },
      mail: {
        server: {
          host: 'mail.example.com',
          port: 587,
          secure: false,
          requireTLS: true,
          auth: { user: 'room', pass: 'pass@word' },
        },
        from: { name: 'Nord Bank', address: 'no-reply@example.com' },
      },
      text: { url: 'https://texts.example.com/v1/messages', token: 'secret', from: 'NordBank' },
      webhooks: { toLoopback: true },
      logLevel: 'error',
    });
  });

  it('of the command line come first', () => {
    const options = ['--data', 'elsewhere', '--port=5000', '--no-demo'];
    expect(parseSettings({ PORT: '8080', DATA_DIR: 'here', DEMO: 'on' }, options)).toMatchObject({
      port: 5000,
      dataFolder: 'elsewhere',
      demo: false,
      logLevel: 'info',
    });
  });

  it('show no demonstration to customers, unless told to', () => {
    const PUBLIC_ORIGIN = 'https://room.example.com';
    expect(parseSettings({ PUBLIC_ORIGIN }, []).demo).toBe(false);
    expect(parseSettings({ PUBLIC_ORIGIN, DEMO: 'on' }, []).demo).toBe(true);
  });

  it('of one thing are set together: what is missing is named', () => {
    const start = () => parseSettings({ S3_BUCKET: 'room', S3_ACCESS_KEY_ID: 'id' }, []);
    expect(start).toThrow(/S3_ENDPOINT must be .* together/);
    expect(start).toThrow(/S3_SECRET_ACCESS_KEY must be .* together/);
    expect(start).not.toThrow(/S3_BUCKET must be/);
    expect(parseSettings({ S3_REGION: 'eu-west-1' }, []).s3).toBeNull();
  });

  it.each([
    ['smtps://mail.example.com', { port: 465, secure: true, requireTLS: false }],
    ['smtp://mail.example.com:2525', { port: 2525, secure: false, requireTLS: true }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, requireTLS: false }],
    ['smtp://[::1]:1025', { host: '::1', requireTLS: false }],
  ])('of mails know when to insist on encryption: %s', (SMTP_URL, server) => {
    expect(parseSettings({ SMTP_URL, MAIL_FROM: 'no-reply@example.com' }, []).mail).toMatchObject({
      server,
      from: { name: '', address: 'no-reply@example.com' },
    });
  });

  it.each([
    { MAIL_FROM: 'Nord\nBcc: x <no-reply@example.com>' },
    { MAIL_FROM: 'Nord Bank <no-reply@example.com' },
    { SMTP_URL: 'smtp://mail.example.com/?requireTLS=false' },
    { SMTP_URL: 'http://mail.example.com' },
    { SMTP_URL: 'smtp://' },
  ])('of mails cannot be %o', (wrong) => {
    const right = { SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'no-reply@example.com' };
    expect(() => parseSettings({ ...right, ...wrong }, [])).toThrow(/must be/);
  });

  it('that are empty count as not set', () => {
    expect(parseSettings({ PORT: '', AGENT_TOKEN: '' }, [])).toMatchObject({ port: 4173, agent: null });
  });

  it('that are wrong are all named at once, and none of them is repeated', () => {
    const environment = {
      PORT: '65536',
      HOST: 'x'.repeat(121),
      PUBLIC_ORIGIN: 'https://room.example.com/',
      DEMO: 'perhaps',
      AGENT_TOKEN: 'too-short-a-secret',
      DATABASE_URL: 'mysql://room:secret@database/room',
      AGENT_NAME: 'x'.repeat(121),
      TRUST_PROXY: 'on',
      RATE_LIMITS: 'many',
      METRICS_TOKEN: 'short-secret',
      LOG_LEVEL: 'loud',
      SMTP_URL: 'smtp://room:secret%@mail.example.com',
      MAIL_FROM: 'secret',
      TEXT_URL: 'http://secret.example.com',
      TEXT_TOKEN: 'secret secret',
      TEXT_FROM: 'a secret that is too long',
    };
    const parse = () => parseSettings(environment, []);
    for (const name of Object.keys(environment)) expect(parse).toThrow(new RegExp(`^  ${name} must be `, 'm'));
    expect(parse).not.toThrow(/secret|perhaps|loud/);
  });

  it.each([
    { PUBLIC_ORIGIN: 'room.example.com' },
    { PUBLIC_ORIGIN: 'ftp://room.example.com' },
    { PUBLIC_ORIGIN: 'https://room.example.com/path' },
    { DATABASE_URL: 'database.example.com' },
    { PORT: '80.5' },
    { PORT: 'http' },
  ])('refuse %o', (environment) => {
    expect(() => parseSettings(environment, [])).toThrow(/must be/);
  });

  it.each([['--nonsense'], ['--port'], ['word']])('tell how to write %s', (option) => {
    expect(() => parseSettings({}, [option])).toThrow(/^Usage:/);
  });
});

describe('docs/operating.md', () => {
  it('lists every setting, and no other', () => {
    const rows = [...readFileSync('docs/operating.md', 'utf8').matchAll(/^\| `([A-Z0-9_]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(rows.toSorted()).toEqual(settingNames.toSorted());
  });
});
