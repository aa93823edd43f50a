-- Which dead letters were put back into the topic they stood in, and by whom.

create table dead_letter_replay (
  position    bigint      primary key generated always as identity,
  txid        xid8        not null default pg_current_xact_id(),
  topic       text        not null,
  letter_partition  int    not null,
  letter_offset     bigint not null,
  letter_time timestamptz not null,
  record_key  bytea,
  payload     bytea,
  headers     text        not null,
  replayed_by text        not null,
  replayed_at timestamptz not null default clock_timestamp()
);
comment on table dead_letter_replay is 'Dead letters that an operator replayed, as they came; the relay publishes each to its topic.';
comment on column dead_letter_replay.topic is 'The topic the record stood in and goes back to';
comment on column dead_letter_replay.letter_offset is 'With letter_partition its place in the dead-letter topic';
comment on column dead_letter_replay.letter_time is 'When the letter was written: a topic that is created anew has the same places again';
comment on column dead_letter_replay.headers is 'JSON array of names and values in base64, in order, without those that a dead letter has besides';
create index dead_letter_replay_relay on dead_letter_replay (txid, position);
create index dead_letter_replay_letter on dead_letter_replay (topic, letter_partition, letter_offset);
