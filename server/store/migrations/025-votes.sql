-- What people voted on a change of outcome in a past conversation; of each conversation the last vote.
create table votes (
  workflow text not null,
  conversation text not null,
  -- The two outcomes that were compared: what the version that was published came to, and the draft.
  now_key text not null,
  draft_key text not null,
  vote text not null,
  -- The outcome that was judged the better one, which later drafts are held to; null where both are as good.
  expected_key text,
  expected text,
  voted_by text not null,
  voted_at integer not null,
  primary key (workflow, conversation)
) strict, without rowid;
