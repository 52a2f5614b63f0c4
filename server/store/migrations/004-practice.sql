-- The practice workspace: what Intercom would keep, for people without an account. Documents are JSON in Intercom's REST shape (2.16).

-- Its identity and its counter, made once.
create table practice_settings (
  name text primary key,
  value text not null
) strict, without rowid;

-- Teammates, tags, attributes, companies, contacts, tickets and the like, each kind in the order in which they were made.
create table practice_objects (
  row integer primary key,
  kind text not null,
  id text not null,
  document text not null,
  unique (kind, id)
) strict;

create index practice_objects_snoozed on practice_objects (kind, document ->> 'snoozed_until')
  where document ->> 'snoozed_until' is not null;

-- Instants are epoch seconds here, as in the documents.
create table practice_conversations (
  id text primary key,
  state text not null,
  updated_at integer not null,
  snoozed_until integer,
  document text not null
) strict;

create index practice_conversations_by_change on practice_conversations (updated_at, id);
create index practice_conversations_snoozed on practice_conversations (snoozed_until) where state = 'snoozed';

create table practice_parts (
  row integer primary key,
  id text not null unique,
  conversation text not null references practice_conversations (id),
  document text not null
) strict;

create index practice_parts_of on practice_parts (conversation, row);

-- Notifications that the receiver has not accepted yet, in the order in which things happened.
create table practice_outbox (
  row integer primary key autoincrement,
  id text not null unique,
  topic text not null,
  item text not null,
  -- Epoch seconds.
  created_at integer not null,
  -- Epoch milliseconds of the first attempt.
  first_sent_at integer,
  attempts integer not null default 0
) strict;
