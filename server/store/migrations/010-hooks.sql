-- Addresses of steps that other tools call. Token, secret and sample are sealed: the key stands outside this file.
create table hooks (
  workflow text not null references workflows (id),
  node text not null,
  -- SHA-256 of the token in the address, by which a call is found.
  token_hash blob not null unique,
  token blob not null,
  secret blob not null,
  -- What was sent last, and when: epoch milliseconds.
  sample blob,
  called_at integer,
  primary key (workflow, node)
) strict, without rowid;
