-- Automatic actions of the last ten minutes: where, and what set them off.
create table automatic_actions (
  cell text not null,
  -- Epoch milliseconds, as all instants here.
  at integer not null,
  cause text not null
) strict;

create index automatic_actions_of on automatic_actions (cell, at);
create index automatic_actions_by_age on automatic_actions (at);

-- How many runs of a workflow something outside has started in a minute (since 1970): in one cell, and in all of them under ''.
create table run_pace (
  workflow text not null,
  cell text not null,
  minute integer not null,
  runs integer not null,
  primary key (workflow, cell, minute)
) strict, without rowid;

create index run_pace_by_age on run_pace (minute);

-- In which cells a limit has stopped a workflow within the hour.
create table limits_reached (
  workflow text not null,
  cell text not null,
  at integer not null,
  primary key (workflow, cell)
) strict, without rowid;

create index limits_reached_by_age on limits_reached (at);

-- What people have set: automatic actions in one cell within ten minutes, and runs of a workflow within ten minutes that are
-- never too many.
create table limits (
  one integer primary key check (one = 1),
  actions integer not null,
  runs integer not null
) strict;

insert into limits values (1, 10, 200);

-- Turned off by Switchboard itself: since when, and why, in both languages, as JSON.
alter table workflows add column paused_at integer;
alter table workflows add column paused_why text;
-- How many runs within ten minutes it was paused for, and how many a person who turned it on again has put up with since.
alter table workflows add column paused_pace integer;
alter table workflows add column pace_accepted integer;
