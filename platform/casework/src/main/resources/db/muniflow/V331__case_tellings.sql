-- What was done to cases while their module did not run, and the module has still to hear.
create table muniflow.case_telling (
    id          varchar(36)   not null primary key,
    case_number varchar(64)   not null,
    process_key varchar(255)  not null,
    record_id   varchar(100)  not null,
    act         varchar(20)   not null,
    element_id  varchar(255),
    received_on date,
    reason      varchar(2000) not null,
    acted_by    varchar(255)  not null,
    acted_on    date          not null,
    since       timestamp with time zone not null
);
create index case_telling_since on muniflow.case_telling (since, id);
