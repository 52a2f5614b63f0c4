-- What runs have made within a day, by the topic that tells of it: at which depth of a chain in which one run's effect starts the
-- next.
create table things_made (
  app_id text not null,
  topic text not null,
  id text not null,
  depth integer not null,
  at integer not null,
  primary key (app_id, topic, id)
) strict, without rowid;

create index things_made_by_age on things_made (at);

-- What customers wrote within a day, as a hash of author and words: who sends the very same again is a machine.
create table said_lately (
  cell text not null,
  words text not null,
  at integer not null,
  primary key (cell, words)
) strict, without rowid;

create index said_lately_by_age on said_lately (at);
