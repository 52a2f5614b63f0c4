-- Data of the team's own: tables with typed columns, which workflows read and write and people edit.
create table tables (
  id text primary key,
  name text not null
) strict;

create table table_columns (
  id text primary key,
  table_id text not null references tables (id) on delete cascade,
  place integer not null,
  name text not null,
  type text not null check (type in ('text', 'number', 'date', 'boolean'))
) strict;

create index table_columns_of on table_columns (table_id, place);

-- Rows stand in the order of their numbers. A number is never given twice, so that a row that is put back finds its place.
create table table_rows (
  row integer primary key autoincrement,
  table_id text not null references tables (id) on delete cascade
) strict;

create index table_rows_of on table_rows (table_id, row);

-- Cells that hold something. Dates are days (YYYY-MM-DD), yes and no are 1 and 0; the column's type tells which it is.
create table table_cells (
  row integer not null references table_rows (row) on delete cascade,
  column_id text not null references table_columns (id) on delete cascade,
  value any not null,
  -- What it is found by: texts without regard to case, accents and outer spaces.
  key any not null,
  primary key (row, column_id)
) strict, without rowid;

create index table_cells_by_key on table_cells (column_id, key, row);

-- Counters of workflows, by name and for whom, apart for each workspace. A later period than the one kept starts again.
create table counters (
  app_id text not null,
  name text not null,
  whose text not null,
  period text not null,
  count integer not null,
  primary key (app_id, name, whose)
) strict, without rowid;
