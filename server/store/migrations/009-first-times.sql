-- For whom a workflow has been started that starts only the first time.
create table first_times (
  workflow text not null,
  kind text not null,
  id text not null,
  primary key (workflow, kind, id)
) strict, without rowid;
