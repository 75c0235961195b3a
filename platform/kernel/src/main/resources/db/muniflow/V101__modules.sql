-- What is installed. The jar itself is in module_part, in pieces that every database takes.
create table muniflow.module (
    name         varchar(100) not null,
    version      varchar(60)  not null,
    state        varchar(20)  not null,
    reason       varchar(4000),
    sha256       char(64)     not null,
    installed_by varchar(255) not null,
    installed_at timestamp with time zone not null,
    constraint module_pk primary key (name, version)
);

create table muniflow.module_part (
    name    varchar(100) not null,
    version varchar(60)  not null,
    part    integer      not null,
    content bytea        not null,
    constraint module_part_pk primary key (name, version, part),
    constraint module_part_fk foreign key (name, version) references muniflow.module (name, version)
);
