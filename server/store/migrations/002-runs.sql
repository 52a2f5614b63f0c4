-- A run is its start and its log; both are immutable but for the outcome of the last log line.
create table runs (
  row integer primary key,
  id text not null unique,
  -- Runs of one cell (a conversation, a contact …) advance one at a time, in order.
  cell text not null,
  -- Which published drawing it runs, for good, and whose it is.
  version text not null,
  workflow text not null,
  subject_kind text,
  subject_id text,
  start text not null,
  -- Epoch milliseconds, as all instants here.
  started_at integer not null,
  status text not null check (status in ('going', 'done', 'failed', 'stopped')),
  -- Why it failed, in both languages, as JSON.
  reason text,
  -- From when on it may go on.
  due_at integer not null,
  -- 1 while it sleeps in a delay: then later runs of its cell may pass it. While it tries again they may not.
  asleep integer not null default 0,
  ended_at integer
) strict;

create index runs_due on runs (due_at, row) where status = 'going';
create index runs_of_cell on runs (cell, row) where status = 'going';
create index runs_of_workflow on runs (workflow, row);
create index runs_by_status on runs (status, row);
create index runs_of_subject on runs (subject_id, row);
create index runs_by_day on runs (started_at, workflow, status);

create table run_log (
  run text not null references runs (id),
  seq integer not null,
  node text not null,
  effect text not null,
  intended_at integer not null,
  -- 1 while it may have reached the service without our knowing the answer.
  sent integer not null,
  attempts integer not null default 1,
  -- Not before then is it tried again.
  again_at integer not null default 0,
  outcome text,
  -- Its place among the outcomes of the run, in the order in which they came.
  settled integer,
  primary key (run, seq)
) strict, without rowid;

-- What a run waits to hear, and of which cell; gone when it has heard it.
create table run_waits (
  run text not null references runs (id),
  seq integer not null,
  cell text not null,
  topic text not null,
  primary key (run, seq, topic)
) strict, without rowid;

create index run_waits_of_cell on run_waits (cell, topic);

-- Events that came for a run that waits, until it has looked at them.
create table run_mail (
  row integer primary key,
  run text not null references runs (id),
  seq integer not null,
  event text not null
) strict;

create index run_mail_of_run on run_mail (run, seq, row);

-- How many turns each member of a list has had, and how many for its weight whoever was last had before.
create table turns (
  list text not null,
  member text not null,
  taken real not null,
  primary key (list, member)
) strict, without rowid;

create table turn_levels (
  list text primary key,
  level real not null
) strict;
