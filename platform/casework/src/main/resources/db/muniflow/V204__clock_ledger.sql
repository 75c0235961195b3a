create table muniflow.clock (
    id varchar(36) not null primary key,
    case_number varchar(64) not null,
    clock_id varchar(40) not null,
    title varchar(255) not null,
    source varchar(10) not null,
    source_id varchar(400) not null,
    element_name varchar(255) not null,
    trigger_on date not null,
    due_on date not null,
    computation varchar(20000) not null,
    cites varchar(1000) not null,
    escalation_group varchar(255),
    state varchar(10) not null,
    act_on date,
    keyed_late boolean not null,
    note varchar(1000),
    started_at timestamp with time zone not null,
    settled_at timestamp with time zone
);
create index clock_case on muniflow.clock (case_number, started_at);
create index clock_source on muniflow.clock (source_id);
create index clock_board on muniflow.clock (state, due_on, id);
