create table muniflow.delegation (
    id varchar(36) not null primary key,
    team varchar(255) not null,
    delegate varchar(255) not null,
    to_team boolean not null,
    from_on date not null,
    to_on date not null,
    tasks varchar(4000) not null,
    instrument varchar(1000) not null,
    entered_by varchar(255) not null,
    entered_at timestamp with time zone not null,
    revoked_by varchar(255),
    revoked_at timestamp with time zone,
    revoked_for varchar(1000),
    filter_id varchar(64),
    settled_at timestamp with time zone
);

create index delegation_delegate on muniflow.delegation (delegate, to_on);
create index delegation_team on muniflow.delegation (team, entered_at);
create index delegation_settled on muniflow.delegation (settled_at, to_on);

create table muniflow.delegation_right (
    user_id varchar(255) not null,
    resource_type int not null,
    resource_id varchar(255) not null,
    permissions varchar(1000) not null,
    added varchar(1000) not null,
    primary key (user_id, resource_type, resource_id)
);

create table muniflow.delegation_lock (
    id int not null primary key
);

insert into muniflow.delegation_lock (id) values (1);
