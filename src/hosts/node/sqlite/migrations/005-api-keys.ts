/** What the business's systems get in with. */
export const apiKeysMigration = `
create table api_keys (
  position integer primary key autoincrement,
  id text not null unique,
  secret_hash text not null unique,
  last_used_on text,
  api_key text not null
) strict;
`;
