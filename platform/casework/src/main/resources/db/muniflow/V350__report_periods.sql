-- Reports on periods, their printed form, and what was told of late ones.
alter table muniflow.report add column covers_to date;
alter table muniflow.report add column escalation varchar(1000) default '' not null;
alter table muniflow.report add column printed_id varchar(36);
alter table muniflow.report add column printed_sha256 char(64);
alter table muniflow.report add column late_at timestamp with time zone;
alter table muniflow.report add column seen_at timestamp with time zone;
alter table muniflow.report add column seen_by varchar(255);
update muniflow.report set escalation = signers;
