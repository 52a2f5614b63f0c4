create table workflows (
  id text primary key,
  name text not null,
  mode text not null default 'off' check (mode in ('off', 'on')),
  draft text not null,
  -- Counts saves of the draft, so that nobody overwrites a newer one unknowingly.
  revision integer not null default 1,
  saved_at integer not null,
  created_at integer not null,
  -- Set instead of removing the row: runs and their versions stay readable.
  deleted_at integer
) strict;

-- Published drawings. A row never changes: runs point here.
create table versions (
  id text primary key,
  workflow text not null references workflows (id),
  number integer not null,
  document text not null,
  published_at integer not null,
  published_by text not null,
  unique (workflow, number)
) strict;

create trigger versions_never_change before update on versions
begin
  select raise(abort, 'a published version never changes');
end;
