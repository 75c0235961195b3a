alter table muniflow.clock add column breached_at timestamp with time zone;
alter table muniflow.clock add column escalated_to varchar(255);
alter table muniflow.clock add column seen_by varchar(255);
alter table muniflow.clock add column seen_at timestamp with time zone;
alter table muniflow.clock add column on_breach varchar(255);
alter table muniflow.clock add column opened_case varchar(64);
create index clock_escalated on muniflow.clock (escalated_to, due_on, id);
create index clock_on_breach on muniflow.clock (on_breach, id);
update muniflow.clock set breached_at = coalesce(settled_at, started_at), escalated_to = escalation_group
    where state = 'BREACHED';
