/** The tables of `sqlite/migrations/009-settings-log.ts`. */
export const settingsLogMigration = `
alter table settings add column version integer not null default 1;
create table settings_log (
  level text not null,
  version integer not null,
  entry text not null,
  primary key (level, version)
);
`;
