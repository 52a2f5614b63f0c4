-- When the server last tried whether the database takes writes, epoch milliseconds.
alter table holder add column pulse_at integer not null default 0;
