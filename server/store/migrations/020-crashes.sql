-- What was being handled when the process died, and how often. After the third time it is set aside.
create table crashes (
  what text primary key,
  times integer not null,
  -- The last time, epoch milliseconds.
  at integer not null
) strict, without rowid;

-- Kept without being looked at, since looking at it stopped the server again and again.
alter table events add column parked integer not null default 0;
