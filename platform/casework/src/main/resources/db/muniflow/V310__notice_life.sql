alter table muniflow.notice add column language varchar(3) default 'en' not null;
-- The case whose access code opens the portal inbox in which the addressee finds the letter; null when in none.
alter table muniflow.notice add column inbox_of varchar(64);
alter table muniflow.notice add column first_read_at timestamp with time zone;
alter table muniflow.notice add column printed_at timestamp with time zone;
alter table muniflow.notice add column printed_by varchar(255);
alter table muniflow.notice add column print_run varchar(36);
-- What was decided about a certified letter of which no proof of receipt came (A-09).
alter table muniflow.notice add column receipt_decision varchar(20);
alter table muniflow.notice add column receipt_decided_by varchar(255);
alter table muniflow.notice add column receipt_decided_on date;
alter table muniflow.notice add column receipt_reason varchar(1000);
create index notice_inbox on muniflow.notice (inbox_of, created_at);
create index notice_letter on muniflow.notice (module, letter_key, created_at);
create index notice_print_run on muniflow.notice (print_run);

-- Who shows a case's code reads its inbox. Only the code's hash is kept.
create table muniflow.inbox_access (
    case_number varchar(64) not null primary key,
    code_hash varchar(64) not null,
    issued_at timestamp with time zone not null,
    issued_by varchar(255) not null
);
