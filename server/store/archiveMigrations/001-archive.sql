-- Past conversations. Kept in a file of its own: an import writes it from a thread of its own and never makes a live event wait.
create table conversations (
  place integer primary key autoincrement,
  id text not null unique,
  created_at integer not null,
  -- The last thing that happened in it.
  updated_at integer not null,
  -- What happened later is not known.
  known_until integer not null,
  state text not null,
  channel text not null,
  team text,
  teammate text,
  contact text,
  contact_name text not null,
  title text not null,
  excerpt text not null,
  messages integer not null,
  -- Which import brought it, or brought it up to date.
  import integer not null,
  -- Counts changes of the archive, so that whoever holds it in memory reads only what is new.
  change integer not null
) strict;
create index conversations_by_time on conversations (created_at, place);
create index conversations_by_change on conversations (change);
create index conversations_by_import on conversations (import);

-- What is large stands apart, so that a list reads little.
create table bodies (
  place integer primary key,
  -- As `shared/archive/packed.ts` packs it, and by which packing.
  packed text not null,
  packing integer not null,
  -- Where it stands as it came.
  block integer not null
) strict;
create index bodies_by_block on bodies (block);

-- Conversations and their contacts as they came, some together, compressed (see `rawBlocks.ts`): to be packed anew when the packing changes.
create table raws (
  block integer primary key autoincrement,
  entries blob not null
) strict;

create table tagged (
  tag text not null,
  place integer not null,
  primary key (tag, place)
) strict, without rowid;
create index tagged_by_place on tagged (place);

-- Which customers took part, by id and by e-mail in lower case ("id:…", "mail:…").
create table people (
  person text not null,
  place integer not null,
  primary key (person, place)
) strict, without rowid;
create index people_by_place on people (place);

-- What teams, teammates and tags are called, as the conversations themselves tell.
create table names (
  kind text not null,
  id text not null,
  name text not null,
  primary key (kind, id)
) strict, without rowid;

create table removed (
  change integer primary key,
  id text not null
) strict;
create index removed_by_id on removed (id);

-- Words are kept in `bodies` alone; what is deleted here leaves the index when its parts are merged.
create virtual table words using fts5 (
  title, messages, who,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full
);
-- Changes up to this one are in the index.
create table indexed (change integer not null) strict;
insert into indexed values (0);

create table imports (
  id integer primary key autoincrement,
  source text not null,
  name text not null,
  -- Of a workspace: which.
  app text,
  state text not null,
  started_at integer not null,
  ended_at integer,
  -- Why it waits or failed, in words: JSON.
  trouble text,
  range_from integer,
  range_to integer,
  -- How a table is read: JSON.
  mapping text,
  -- Where it goes on after an interruption: JSON.
  cursor text,
  -- How far it has got, of how much: bytes of a file, conversations of a workspace.
  done integer not null default 0,
  total integer,
  read integer not null default 0,
  added integer not null default 0,
  renewed integer not null default 0,
  same integer not null default 0,
  left_out integer not null default 0,
  remarked integer not null default 0
) strict;

-- What was left out, or taken with a remark, by reason.
create table left_out (
  import integer not null,
  kind text not null,
  why text not null,
  count integer not null,
  -- The first few: JSON.
  examples text not null,
  primary key (import, kind, why)
) strict, without rowid;
