-- Secrets, sealed: the key stands outside this file.
create table secrets (
  purpose text primary key,
  sealed blob not null
) strict;

-- The real workspace, where one is connected; without a row the practice workspace is used.
create table connection (
  only integer primary key check (only = 1),
  region text not null,
  -- What GET /me told when it was connected, as JSON.
  workspace text not null
) strict;

-- Teams, teammates, tags and attributes of each workspace, as last fetched.
create table lists (
  app_id text primary key,
  body text not null,
  refreshed_at integer not null
) strict;
