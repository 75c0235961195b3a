-- The steps of ended cases, for the time when the engine's history of them is gone.
create table muniflow.case_trail (
    case_number varchar(64)     not null,
    part        integer         not null,
    steps       varchar(900000) not null,
    kept_at     timestamp with time zone not null,
    constraint case_trail_pk primary key (case_number, part)
);

-- Up to which seal of the journal ended cases were looked for. Whoever locks the row keeps the trails.
create table muniflow.case_trail_head (
    id          integer not null primary key,
    seal_number bigint  not null
);
insert into muniflow.case_trail_head (id, seal_number) values (1, 0);
