-- 1 where it was not an event just now that started it, but a schedule, a person by hand, or a look for what was missed: those
-- that an event started go first.
alter table runs add column bulk integer not null default 0;

-- Whose turn it is in each cell, so that lanes can be given to one workflow after the other without looking at every run.
drop trigger run_cells_with_new;
drop trigger run_cells_with_changed;
drop table run_cells;

create table run_cells (
  cell text primary key,
  due_at integer not null,
  first integer not null,
  workflow text not null,
  bulk integer not null
) strict, without rowid;

create index run_cells_due on run_cells (due_at, first);
create index run_cells_of_workflow on run_cells (bulk, workflow, due_at, first);

-- Of each cell the run that is due first (SQLite takes the other columns from the row that the only min found).
create trigger run_cells_with_new after insert on runs when new.status = 'going'
begin
  delete from run_cells where cell = new.cell;
  insert into run_cells
    select cell, min(due_at), row, workflow, bulk from runs
    where cell = new.cell and status = 'going' and row <= coalesce(
      (select min(row) from runs where cell = new.cell and status = 'going' and asleep = 0), 9223372036854775807)
    group by cell;
end;

create trigger run_cells_with_changed after update of status, due_at, asleep on runs
  when old.status <> new.status or (new.status = 'going' and (old.due_at <> new.due_at or old.asleep <> new.asleep))
begin
  delete from run_cells where cell = new.cell;
  insert into run_cells
    select cell, min(due_at), row, workflow, bulk from runs
    where cell = new.cell and status = 'going' and row <= coalesce(
      (select min(row) from runs where cell = new.cell and status = 'going' and asleep = 0), 9223372036854775807)
    group by cell;
end;

insert into run_cells
  select cell, min(due_at), row, workflow, bulk from runs
  where status = 'going' and row <= coalesce(
    (select min(row) from runs as holding where holding.cell = runs.cell and status = 'going' and asleep = 0),
    9223372036854775807)
  group by cell;

-- Those whose sleep is over and who wait for a lane: counted without looking at everyone who sleeps.
create index runs_waking on runs (due_at) where status = 'going' and asleep = 1;

-- Since when nothing is sent, because a person stopped everything, and who; null while it goes on.
alter table holder add column stopped_at integer;
alter table holder add column stopped_by text;
