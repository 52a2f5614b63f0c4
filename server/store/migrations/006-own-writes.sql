-- Writes of ours of the last minute that Intercom will tell us about without saying that it was us.
create table own_writes (
  app_id text not null,
  kind text not null,
  id text not null,
  topics text not null,
  at integer not null
) strict;

create index own_writes_of on own_writes (app_id, kind, id, at);
create index own_writes_by_age on own_writes (at);
