-- What a drawing would have done in the past, as it was worked out then: never changed.
create table simulations (
  id text primary key,
  workflow text not null,
  -- The version that was gone through; null for the draft as it was then, which `document` holds.
  version integer,
  document text not null,
  -- Past conversations by when they began, epoch milliseconds; null for no end.
  slice_from integer,
  slice_to integer,
  made_at integer not null,
  made_by text not null,
  report text not null,
  -- Each conversation as it came out, by its id: see `server/backtest/report/frozenCases.ts`.
  cases blob not null
) strict;
create index simulations_by_workflow on simulations (workflow, made_at);
