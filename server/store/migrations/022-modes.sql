-- What live events do with a workflow (`shared/workflow/mode.ts`). A check cannot be changed, so the column is made anew.
drop trigger workflows_turned_on;
alter table workflows rename column mode to mode_before;
alter table workflows add column mode text not null default 'off' check (mode in ('off', 'shadow', 'percentage', 'on'));
update workflows set mode = mode_before;
alter table workflows drop column mode_before;

alter table workflows add column percent integer not null default 10 check (percent between 1 and 99);

-- What it was in when it was paused.
alter table workflows add column paused_mode text;
update workflows set paused_mode = 'on' where paused_at is not null;

-- Since when it decides, or starts runs: neither makes up for what happened before. A share that grows does.
create trigger workflows_turned_on after update of mode on workflows
  when new.mode <> 'off' and (old.mode = 'off' or (old.mode = 'shadow') <> (new.mode = 'shadow'))
begin
  update workflows set on_since = cast(unixepoch('subsec') * 1000 as integer) where id = new.id;
end;
