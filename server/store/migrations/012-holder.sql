-- Who writes here: each server that takes the folder counts one up, and a server that was overtaken writes no more. `review` is 1
-- after a backup was put back, until a person lets effects go out again.
create table holder (
  one integer primary key check (one = 1),
  generation integer not null,
  review integer not null
) strict;

insert into holder values (1, 0, 0);
