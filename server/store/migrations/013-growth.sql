-- What a run started with stands apart from its row, so that lists read short rows and old bodies can go before them.
create table run_starts (
  run integer primary key references runs (row),
  start text not null
) strict;

insert into run_starts select row, start from runs;

-- Whom or what it concerns and the first words, as lists show it.
alter table runs add column title text not null default '';
-- After how many days its start and log were removed; null while they are kept.
alter table runs add column trimmed_after integer;

update runs set title = coalesce(
  '#' || (start ->> '$.event.facts.ticket.number') || ' ' || (start ->> '$.event.facts.ticket.title'),
  trim(concat_ws(': ',
    coalesce(nullif(start ->> '$.event.facts.message.authorName', ''), nullif(start ->> '$.event.facts.contact.name', '')),
    nullif(substr(start ->> '$.event.facts.message.text', 1, 80), ''))),
  '');

alter table runs drop column start;

create table event_bodies (
  event integer primary key references events (row),
  body text not null
) strict;

insert into event_bodies select row, body from events;
alter table events drop column body;

-- A list is the end of an index, whichever filters are set.
drop index runs_by_status;
drop index runs_by_day;
create index runs_by_status on runs (status, asleep, row);
create index runs_of_workflow_by_status on runs (workflow, status, asleep, row);

-- When each cell can next go on: what is due without looking at every run that waits its turn behind another. A run holds up
-- those after it unless it sleeps.
drop index runs_due;
drop index runs_of_cell;
create index runs_of_cell on runs (cell, row, asleep, due_at) where status = 'going';
create index runs_holding_up on runs (cell, row) where status = 'going' and asleep = 0;

create table run_cells (
  cell text primary key,
  due_at integer not null,
  first integer not null
) strict, without rowid;

create index run_cells_due on run_cells (due_at, first);

create trigger run_cells_with_new after insert on runs when new.status = 'going'
begin
  delete from run_cells where cell = new.cell;
  insert into run_cells
    select cell, min(due_at), min(row) from runs
    where cell = new.cell and status = 'going' and row <= coalesce(
      (select min(row) from runs where cell = new.cell and status = 'going' and asleep = 0), 9223372036854775807)
    group by cell;
end;

create trigger run_cells_with_changed after update of status, due_at, asleep on runs
  when old.status <> new.status or (new.status = 'going' and (old.due_at <> new.due_at or old.asleep <> new.asleep))
begin
  delete from run_cells where cell = new.cell;
  insert into run_cells
    select cell, min(due_at), min(row) from runs
    where cell = new.cell and status = 'going' and row <= coalesce(
      (select min(row) from runs where cell = new.cell and status = 'going' and asleep = 0), 9223372036854775807)
    group by cell;
end;

insert into run_cells
  select cell, min(due_at), min(row) from runs
  where status = 'going' and row <= coalesce(
    (select min(row) from runs as holding where holding.cell = runs.cell and status = 'going' and asleep = 0),
    9223372036854775807)
  group by cell;

-- How many runs of a workflow began on a day (UTC, in days since 1970), and how many of them failed.
create table run_days (
  workflow text not null,
  day integer not null,
  runs integer not null,
  failed integer not null,
  primary key (workflow, day)
) strict, without rowid;

create index run_days_by_day on run_days (day);

insert into run_days
  select workflow, started_at / 86400000, count(*), sum(status = 'failed') from runs group by 1, 2;

create trigger run_days_with_new after insert on runs
begin
  insert or ignore into run_days values (new.workflow, new.started_at / 86400000, 0, 0);
  update run_days set runs = runs + 1, failed = failed + (new.status = 'failed')
    where workflow = new.workflow and day = new.started_at / 86400000;
end;

create trigger run_days_with_ended after update of status on runs
  when (old.status = 'failed') <> (new.status = 'failed')
begin
  update run_days set failed = failed + (new.status = 'failed') - (old.status = 'failed')
    where workflow = new.workflow and day = new.started_at / 86400000;
end;
