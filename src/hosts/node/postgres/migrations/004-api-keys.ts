/** What the business's systems get in with. */
export const apiKeysMigration = `
create table api_keys (
  position bigint generated always as identity primary key,
  id text not null unique,
  secret_hash text not null unique,
  last_used_on text,
  api_key text not null
);
`;
