-- A stopped version returns to what it was; the reason also says what an installed one still lacks.
alter table muniflow.module add column resumes varchar(20);
alter table muniflow.module add column changed_by varchar(255);
alter table muniflow.module add column changed_at timestamp with time zone;

-- Operations on modules are serialized across nodes by locking this row.
create table muniflow.module_lock (
    id integer not null primary key
);
insert into muniflow.module_lock (id) values (1);

-- Which version of which module serves a deployment of the engine, on every node.
create table muniflow.module_deployment (
    deployment_id varchar(64)  not null primary key,
    name          varchar(100) not null,
    version       varchar(60)  not null,
    kind          varchar(20)  not null, -- MODULE: the jar's models; PUBLICATION: models published for the version later
    deployed_by   varchar(255),
    deployed_at   timestamp with time zone not null
);
create index module_deployment_of on muniflow.module_deployment (name, version);

-- What each node runs; a node that is not seen any more does not count.
create table muniflow.node (
    node    varchar(100) not null primary key,
    seen_at timestamp with time zone not null
);
create table muniflow.module_node (
    node       varchar(100) not null,
    name       varchar(100) not null,
    version    varchar(60)  not null,
    state      varchar(20)  not null,
    reason     varchar(4000),
    changed_at timestamp with time zone not null,
    constraint module_node_pk primary key (node, name, version)
);

-- What was done with modules, by whom, and with what result.
create table muniflow.module_change (
    id         bigint generated always as identity primary key,
    at         timestamp with time zone not null,
    changed_by varchar(255)  not null,
    name       varchar(100)  not null,
    version    varchar(60)   not null,
    act        varchar(20)   not null,
    outcome    varchar(4000) not null
);
