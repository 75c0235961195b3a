-- What somebody asked to be done to a case and a second person has to agree to.
create table muniflow.case_request (
    id varchar(36) not null primary key,
    case_number varchar(64) not null,
    act varchar(20) not null,
    element_id varchar(255),
    element_name varchar(255),
    reason varchar(2000) not null,
    asked_by varchar(255) not null,
    asked_at timestamp with time zone not null,
    state varchar(20) not null,
    answered_by varchar(255),
    answered_at timestamp with time zone,
    answer varchar(2000)
);

create index case_request_case on muniflow.case_request (case_number, state, asked_at);
