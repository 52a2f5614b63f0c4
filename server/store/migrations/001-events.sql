-- Everything Intercom told us, as it came. `key` recognises a repeated delivery under another notification id.
create table events (
  row integer primary key,
  id text not null,
  app_id text not null,
  key text not null,
  topic text not null,
  subject_kind text,
  subject_id text,
  happened_at integer not null,
  received_at integer not null,
  known integer not null,
  -- How many runs it started, and whether our own action caused it: then none.
  started integer not null default 0,
  echo integer not null default 0,
  body text not null,
  unique (app_id, id),
  unique (app_id, key)
) strict;

create index events_by_subject on events (subject_kind, subject_id, row);
