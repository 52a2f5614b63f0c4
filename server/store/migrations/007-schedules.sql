-- Up to when each schedule of a workflow has been looked at: nothing before that is made up for.
create table schedules (
  workflow text not null,
  node text not null,
  looked_at integer not null,
  primary key (workflow, node)
) strict, without rowid;

-- Times that have come, until all that was found for them has been started.
create table due_times (
  version text not null,
  workflow text not null,
  node text not null,
  due_at integer not null,
  primary key (version, node, due_at)
) strict, without rowid;
