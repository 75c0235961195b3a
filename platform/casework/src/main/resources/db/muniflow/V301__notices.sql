create table muniflow.notice (
    id varchar(36) not null primary key,
    module varchar(64) not null,
    case_number varchar(64) not null,
    letter_key varchar(100) not null,
    subject varchar(255) not null,
    channel varchar(20) not null,
    to_name varchar(255) not null,
    to_address varchar(1000) not null,
    to_email varchar(320),
    cites varchar(1000) not null,
    clock_on_receipt varchar(20),
    document_id varchar(36) not null references muniflow.document (id),
    state varchar(10) not null,
    letter_on date not null,
    created_at timestamp with time zone not null,
    mailed_on date,
    article_number varchar(40),
    received_on date,
    returned_on date,
    message_id varchar(255) not null unique,
    attempts integer not null,
    sending_since timestamp with time zone,
    next_try_at timestamp with time zone,
    last_error varchar(1000),
    possibly_twice boolean not null
);
create index notice_queue on muniflow.notice (state, channel, created_at);
create index notice_case on muniflow.notice (case_number, created_at);
