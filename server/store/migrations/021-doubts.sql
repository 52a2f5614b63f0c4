-- What is not known of an effect though everything was tried: 'parked' while a person has to say, 'happened' once one has said so.
alter table run_log add column doubt text;
-- What stands in the service because of which effect: the same thing is never taken for two effects'.
create table run_claims (
  thing text primary key,
  run text not null,
  seq integer not null
) strict, without rowid;
create index run_claims_of_run on run_claims (run);
-- How many of its effects a person has to decide about.
alter table runs add column parked integer not null default 0;
create index runs_parked on runs (row) where parked > 0;
