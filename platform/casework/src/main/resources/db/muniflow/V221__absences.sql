create table muniflow.absence (
    id varchar(36) not null primary key,
    person varchar(255) not null,
    substitute varchar(255) not null,
    from_on date not null,
    to_on date not null,
    entered_by varchar(255) not null,
    entered_at timestamp with time zone not null,
    ended_by varchar(255),
    ended_at timestamp with time zone
);

create index absence_person on muniflow.absence (person, to_on);
create index absence_substitute on muniflow.absence (substitute, to_on);
