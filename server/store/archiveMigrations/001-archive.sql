-- Past conversations. Kept in a file of its own: an import writes it from a thread of its own and never makes a live event wait.
create table conversations (
  place integer primary key,
  id text not null unique,
  created_at integer not null,
  -- The last thing that happened in it.
  updated_at integer not null,
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
  import text not null,
  -- As `shared/archive/past.ts` packs it: JSON.
  packed text not null,
  -- As Intercom gave it, compressed (zstd): to be packed anew when the packing changes.
  raw blob not null,
  -- Counts changes of the archive, so that whoever holds it in memory reads only what is new.
  change integer not null
) strict;
create index conversations_by_time on conversations (created_at);
create index conversations_by_change on conversations (change);
create index conversations_by_contact on conversations (contact);

create table removed (
  change integer primary key,
  id text not null
) strict;
