/**
 * Who may import whom. The only such table: `oxlint.config.ts` turns it into lint rules (seen while typing), and
 * `tests/architecture/folder-guards.test.ts` checks it against every import there is, dynamic ones included.
 *
 * A folder may always import itself. The longest matching folder decides, so `room/app` has its own line.
 */
export const folderGuards = {
  contract: [],
  domain: ['contract'],
  backend: ['contract', 'domain'],
  'hosts/browser': ['contract', 'domain', 'backend', 'lib', 'ui', 'room/app', 'console/app'],
  'hosts/node': ['contract', 'domain', 'backend'],
  lib: ['contract', 'domain'],
  ui: ['lib'],
  'room/app': ['contract', 'domain', 'lib', 'ui', 'room'],
  'room/entry': ['contract', 'domain', 'lib', 'ui'],
  'room/journey': ['contract', 'domain', 'lib', 'ui', 'room/entry'],
  'room/files': ['contract', 'domain', 'lib', 'ui'],
  'room/esign': ['contract', 'domain', 'lib', 'ui', 'room/entry', 'room/journey'],
  'room/document-request': ['contract', 'domain', 'lib', 'ui', 'room/entry', 'room/journey', 'room/files'],
  'room/workflow': ['contract', 'domain', 'lib', 'ui', 'room/entry', 'room/journey', 'room/files'],
  'room/payment': ['contract', 'domain', 'lib', 'ui', 'room/entry', 'room/journey'],
  'room/collaboration': ['contract', 'domain', 'lib', 'ui', 'room/entry', 'room/journey'],
  'room/embedding': ['contract', 'domain', 'lib', 'room/entry', 'room/journey'],
  embed: ['contract'],
  'console/app': ['contract', 'domain', 'lib', 'ui', 'console'],
  'console/client': ['contract', 'domain', 'lib'],
  'console/layout': ['contract', 'domain', 'lib', 'ui', 'console/client'],
  'console/shared': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout'],
  'console/preferences': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout', 'console/shared'],
  'console/sessions': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout', 'console/shared'],
  'console/new-session': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout', 'console/shared'],
  'console/outbox': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout', 'console/shared'],
  'console/people': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout', 'console/shared'],
  'console/api-access': ['contract', 'domain', 'lib', 'ui', 'console/client', 'console/layout', 'console/shared'],
  tests: ['contract', 'domain', 'backend', 'hosts', 'lib', 'ui', 'room', 'console', 'embed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
