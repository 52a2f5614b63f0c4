-- Kept because we looked for it, not because it was sent to us.
alter table events add column caught_up integer not null default 0;

-- The last look for missed events in each workspace. Without an end it was broken off, and begins again from the same instant.
create table catch_ups (
  app_id text primary key,
  since integer not null,
  ended_at integer,
  found integer not null default 0
) strict, without rowid;

-- Since when a workflow is on: it does not make up for what happened before.
alter table workflows add column on_since integer;
update workflows set on_since = coalesce(
  (select max(published_at) from versions where versions.workflow = workflows.id), created_at) where mode = 'on';

create trigger workflows_turned_on after update of mode on workflows when new.mode = 'on' and old.mode <> 'on'
begin
  update workflows set on_since = cast(unixepoch('subsec') * 1000 as integer) where id = new.id;
end;
