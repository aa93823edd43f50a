-- What was taken and what was answered is forgotten after a while, the oldest first.

create index inbox_received on inbox (received_at);
create index idempotent_answer_answered on idempotent_answer (answered_at);
