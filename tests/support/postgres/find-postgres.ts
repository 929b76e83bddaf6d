/** The PostgreSQL that the tests start. None is downloaded: the machine's own is used. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps its servers, one a version, off the path; the newest first. */
const debianFolder = '/usr/lib/postgresql';
const listDebianFolders = (): string[] =>
  existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .toSorted((one, other) => Number(other) - Number(one))
        .map((version) => join(debianFolder, version, 'bin'))
    : [];

/** The folder of `initdb` and `postgres`. */
export const findPostgres = (): string | undefined =>
  [...listDebianFolders(), ...(process.env['PATH'] ?? '').split(delimiter)].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );

/** A server that runs already; its user may create databases. */
export function givenPostgres(): string | undefined {
  const url = process.env['POSTGRES_URL'];
  return url === '' ? undefined : url;
}

export const howToGetPostgres =
  'Failed to find PostgreSQL, which several machines share in production and some tests therefore start. Install it (Debian: ' +
  '`apt-get install postgresql`; macOS: `brew install postgresql`), or name a server whose user may create databases: ' +
  '`POSTGRES_URL=postgres://user:password@host/postgres npm test`.';
