-- What workflows in Shadow make of live events: kept with the event, decided after it, compared later with what teammates did.
create table shadow_decisions (
  row integer primary key,
  id text not null unique,
  workflow text not null,
  version text not null,
  app_id text not null,
  -- What it is about, as in `runs`.
  subject_kind text,
  subject_id text,
  title text not null,
  -- When the event came; epoch milliseconds, as all instants here.
  at integer not null,
  -- When there is next something to do: to decide, later to compare. Null once everything is done.
  due_at integer,
  -- How often in a row that could not be done.
  tries integer not null default 0,
  -- 'done', 'failed' or 'waits'; null while it is not decided.
  outcome text,
  -- How many things it would have done, and which: JSON, `ShadowAct` in shared/api/shadow.ts.
  acted integer not null default 0,
  acts text not null default '[]',
  -- What is not known of it: JSON, words of `Doubt` in shared/api/shadow.ts.
  doubts text not null default '[]',
  compared_at integer,
  -- Over all acts, see `Verdict` in shared/api/shadow.ts; null while it is not known.
  verdict text
) strict;

create index shadow_due on shadow_decisions (due_at, row) where due_at is not null;
create index shadow_due_about on shadow_decisions (subject_kind, subject_id) where due_at is not null;
create index shadow_of_workflow on shadow_decisions (workflow, at);

-- What it was decided from, and the log that its trace is made of: apart, as with runs.
create table shadow_traces (
  decision integer primary key,
  start text not null,
  -- What was read for it from Intercom, by what was asked for: JSON. Null while it is not decided.
  reads text,
  log text
) strict;
