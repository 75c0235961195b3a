create table muniflow.record_clock (
    id varchar(36) not null primary key,
    module varchar(64) not null,
    record_id varchar(100) not null,
    title varchar(255) not null,
    clock_id varchar(40) not null,
    clock_title varchar(255) not null,
    process_key varchar(255) not null,
    trigger_on date not null,
    due_on date not null,
    computation varchar(20000) not null,
    cites varchar(1000) not null,
    state varchar(10) not null,
    act_on date,
    opened_case varchar(64),
    started_at timestamp with time zone not null,
    settled_at timestamp with time zone
);
create index record_clock_record on muniflow.record_clock (module, record_id, clock_id);
create index record_clock_due on muniflow.record_clock (state, due_on, id);
