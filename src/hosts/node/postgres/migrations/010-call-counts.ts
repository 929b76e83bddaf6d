/** What processes count of calls together (decision 045). Nothing of it need outlive the server. */
export const callCountsMigration = `
create unlogged table call_counts (
  key text primary key,
  used integer not null,
  ends_at timestamptz not null,
  changed_at timestamptz not null
);
create index call_counts_changes on call_counts (changed_at);
create index call_counts_ends on call_counts (ends_at);
`;
