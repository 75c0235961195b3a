create table muniflow.report (
    id varchar(36) not null primary key,
    module varchar(64) not null,
    duty_id varchar(100) not null,
    report_number integer not null,
    title varchar(255) not null,
    cites varchar(1000) not null,
    addressee varchar(255) not null,
    preparers varchar(1000) not null,
    signers varchar(1000) not null,
    covers_from date not null,
    due_on date not null,
    pressing_on date not null,
    why varchar(2000) not null,
    state varchar(10) not null,
    opened_at timestamp with time zone not null,
    as_of date,
    taken_at timestamp with time zone,
    taken_by varchar(255),
    document_id varchar(36),
    sha256 char(64),
    signed_at timestamp with time zone,
    signed_by varchar(255),
    delivered_on date,
    delivered_how varchar(1000),
    delivered_by varchar(255),
    proof_id varchar(36),
    constraint report_once unique (duty_id, report_number)
);
create index report_due on muniflow.report (state, due_on, id);
create table muniflow.report_figure (
    report_id varchar(36) not null references muniflow.report (id),
    place integer not null,
    figure_key varchar(100) not null,
    title varchar(255) not null,
    figure_value varchar(255) not null,
    cases integer not null,
    primary key (report_id, figure_key)
);
create table muniflow.report_case (
    report_id varchar(36) not null,
    figure_key varchar(100) not null,
    case_number varchar(64) not null,
    primary key (report_id, figure_key, case_number)
);
