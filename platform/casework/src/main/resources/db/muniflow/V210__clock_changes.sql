alter table muniflow.clock add column first_computation varchar(20000);
alter table muniflow.clock add column paused_on date;
create table muniflow.clock_change (
    clock_row varchar(36) not null,
    change_number integer not null,
    kind varchar(10) not null,
    effective_on date not null,
    old_due date not null,
    new_due date,
    reason varchar(1000) not null,
    cites varchar(1000) not null,
    actor varchar(255),
    changed_at timestamp with time zone not null,
    primary key (clock_row, change_number)
);
