-- Who is notified of an environment's upgrades, and what is still to be delivered.

create table webhook (
  environment     text        not null,
  name            text        not null,
  url             text        not null,
  secret          text        not null,
  created_at      timestamptz not null default clock_timestamp(),
  disabled        text,
  last_at         timestamptz,
  last_delivery   uuid,
  last_type       text,
  last_status     int,
  last_error      text,
  last_attempts   int,
  primary key (environment, name)
);
comment on table webhook is 'The addresses that the notifications of an environment go to.';
comment on column webhook.secret is 'whsec_<base64>: signs what is delivered, so it is kept as it is; answers never show it again';
comment on column webhook.disabled is 'Why nothing is delivered any more, in a sentence; null as long as it is';
comment on column webhook.last_at is 'When the last attempt ended, whatever its delivery; with it last_*: what it was and how it ended';
comment on column webhook.last_status is 'Status code of the answer; null if none came';

create table webhook_delivery (
  delivery_id uuid        primary key,
  environment text        not null,
  webhook     text        not null,
  type        text        not null,
  payload     text        not null,
  created_at  timestamptz not null default clock_timestamp(),
  state       text        not null default 'pending' check (state in ('pending', 'delivered', 'given-up')),
  attempts    int         not null default 0,
  due         timestamptz not null default clock_timestamp(),
  error       text,
  ended_at    timestamptz,
  foreign key (environment, webhook) references webhook on delete cascade
);
comment on table webhook_delivery is 'One notification to one webhook, written in the transaction of what it tells; delivered ones are deleted after a while.';
comment on column webhook_delivery.delivery_id is 'The webhook-id of every attempt';
comment on column webhook_delivery.payload is 'The body, to the byte: it is signed';
comment on column webhook_delivery.attempts is 'Attempts that were begun';
comment on column webhook_delivery.due is 'When the next attempt may begin; while one runs, when it counts as lost';
comment on column webhook_delivery.error is 'How the last attempt failed, or why it was given up, in a sentence';
create index webhook_delivery_due on webhook_delivery (due) where state = 'pending';
create index webhook_delivery_webhook on webhook_delivery (environment, webhook, state);
create index webhook_delivery_delivered on webhook_delivery (ended_at) where state = 'delivered';
