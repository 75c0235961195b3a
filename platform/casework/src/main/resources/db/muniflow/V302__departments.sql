-- What each department's module declared last, as JSON: its cases are shown and stay protected while the module does not run.
create table muniflow.department (
    module     varchar(100)    not null primary key,
    version    varchar(60)     not null,
    declared   varchar(500000) not null,
    changed_at timestamp with time zone not null
);
