-- The truth of the product, and the few tables that are written in the same transaction.

create table journal (
  stream      text        not null,
  sequence    bigint      not null check (sequence > 0),
  position    bigint      not null generated always as identity,
  txid        xid8        not null default pg_current_xact_id(),
  event_id    uuid        not null,
  environment text        not null,
  wire_name   text        not null,
  payload     json        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (stream, sequence)
);
comment on table journal is 'Every event, for ever. An append names the expected sequence, so two writers can never both win.';
comment on column journal.stream is 'environment/<name> or upgrade/<id>';
comment on column journal.sequence is '1-based position in the stream, without gaps';
comment on column journal.txid is 'Transaction that appended it: with position the order in which the relay publishes';
create index journal_relay on journal (txid, position);
create index journal_environments on journal (environment) where wire_name = 'environment-created.v1';

create table relay_checkpoint (
  source   text   primary key,
  txid     xid8   not null,
  position bigint not null
);
comment on table relay_checkpoint is 'How far the relay has published each source.';

create table inbox (
  message_id  uuid        primary key,
  received_at timestamptz not null default clock_timestamp()
);
comment on table inbox is 'Messages that were taken, written in the transaction of what they caused.';

create table dead_letter (
  position    bigint      primary key generated always as identity,
  txid        xid8        not null default pg_current_xact_id(),
  topic       text        not null,
  topic_partition   int   not null,
  topic_offset      bigint not null,
  record_key  bytea,
  payload     bytea,
  headers     json        not null,
  reason      text        not null,
  received_at timestamptz not null default clock_timestamp(),
  unique (topic, topic_partition, topic_offset)
);
comment on table dead_letter is 'Poison records as they came, which the relay publishes to their dead-letter topic.';
create index dead_letter_relay on dead_letter (txid, position);

create table attempt_timer (
  upgrade_id  uuid        not null,
  unit        text        not null,
  environment text        not null,
  attempt     int         not null,
  kind        text        not null check (kind in ('attempt', 'retry')),
  worker      text,
  due         timestamptz not null,
  primary key (upgrade_id, unit)
);
comment on table attempt_timer is 'One row for each open attempt (due: when it counts as lost) or pause before a retry (due: when it is over).';
comment on column attempt_timer.worker is 'Who said that it works on the attempt; null as long as nobody did';
create index attempt_timer_due on attempt_timer (due);

create table compile_time (
  environment text   not null,
  module      text   not null,
  millis      bigint not null,
  primary key (environment, module)
);
comment on table compile_time is 'How long each module compiled the last time; orders the next preparation.';

create table idempotent_answer (
  environment     text        not null,
  idempotency_key text        not null,
  fingerprint     text        not null,
  status          int         not null,
  body            text        not null,
  answered_at     timestamptz not null default clock_timestamp(),
  primary key (environment, idempotency_key)
);
comment on table idempotent_answer is 'What a request with an Idempotency-Key was answered, written in the transaction of what it caused.';
