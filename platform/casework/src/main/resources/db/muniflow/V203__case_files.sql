create table muniflow.case_series (
    prefix varchar(20) not null,
    series_year integer not null,
    last_number integer not null,
    primary key (prefix, series_year)
);
create table muniflow.case_file (
    case_number varchar(64) not null primary key,
    process_key varchar(255) not null,
    process_instance_id varchar(64) not null,
    record_id varchar(100) not null,
    title varchar(255) not null,
    received_on date not null,
    state varchar(10) not null,
    outcome varchar(255),
    started_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index case_file_process on muniflow.case_file (process_key, started_at, case_number);
create index case_file_record on muniflow.case_file (record_id);
