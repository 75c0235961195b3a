-- The parties of records, by whose names cases are found. The module's record is the truth; this follows it.
create table muniflow.case_party (
    module    varchar(64)  not null,
    record_id varchar(100) not null,
    place     integer      not null,
    role      varchar(60)  not null,
    name      varchar(200) not null,
    constraint case_party_pk primary key (record_id, module, place)
);
