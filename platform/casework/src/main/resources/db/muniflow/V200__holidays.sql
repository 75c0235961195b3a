create table muniflow.holiday (
    holiday_date date not null primary key,
    name varchar(100) not null,
    source varchar(200) not null,
    active boolean not null,
    changed_by varchar(255) not null,
    changed_at timestamp with time zone not null
);
