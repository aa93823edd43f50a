-- Tells whether the events' topic is the one that the journal was published to.

create table journal_identity (
  is_only boolean primary key default true check (is_only),
  id      uuid    not null default gen_random_uuid()
);
insert into journal_identity default values;
comment on table journal_identity is 'One row: what tells this journal from others. A restored backup keeps it.';

create table relay_topic (
  topic          text   primary key,
  topic_id       text   not null,
  requests_after bigint not null default 0
);
comment on table relay_topic is 'The topic that the journal was published to, by the id that the broker gave it when it was created.';
comment on column relay_topic.requests_after is 'Requests up to this position of the journal are published as events only: they were asked before, and who waits for their outcome asks again.';
