-- What was decided in Shadow about a conversation and has not been told yet to the workflows that start on it: all of one conversation in one.
create table shadow_untold (
  decision integer primary key references shadow_decisions (row) on delete cascade,
  app_id text not null,
  conversation text not null,
  -- When it is told at the latest, with everything else about the conversation; epoch milliseconds.
  due_at integer not null
) strict;

create index shadow_untold_due on shadow_untold (app_id, due_at);
create index shadow_untold_about on shadow_untold (app_id, conversation);
