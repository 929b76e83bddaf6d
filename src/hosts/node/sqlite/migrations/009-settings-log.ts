/** What two administrators who change a level at once are told apart by, and who changed what. */
export const settingsLogMigration = `
alter table settings add column version integer not null default 1;
create table settings_log (
  level text not null,
  version integer not null,
  entry text not null,
  primary key (level, version)
) strict, without rowid;
`;
