-- Runs that wait for a turn, the longest-waiting first; nobody waits past `until`.
create table turn_waits (
  list text not null,
  run text not null references runs (id),
  since integer not null,
  until integer not null,
  primary key (list, run)
) strict, without rowid;

-- When turns were taken, for as long as a count of open conversations may not show them yet.
create table turn_times (
  row integer primary key,
  list text not null,
  member text not null,
  at integer not null
) strict;

create index turn_times_of_list on turn_times (list, at);
