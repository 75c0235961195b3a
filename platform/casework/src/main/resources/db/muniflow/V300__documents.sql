create table muniflow.document (
    id varchar(36) not null primary key,
    module varchar(64) not null,
    record_id varchar(100) not null,
    case_number varchar(64),
    type varchar(100) not null,
    file_name varchar(160) not null,
    media_type varchar(127) not null,
    size_bytes bigint not null,
    sha256 char(64) not null,
    received_on date not null,
    confidential boolean not null,
    stored_by varchar(255) not null,
    stored_at timestamp with time zone not null
);
create index document_record on muniflow.document (record_id, stored_at);
create index document_case on muniflow.document (case_number, stored_at);
