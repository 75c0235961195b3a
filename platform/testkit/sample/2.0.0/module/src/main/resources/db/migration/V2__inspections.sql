-- Expand only: requests of 1.0 are written and read by 1.0's code while this version runs beside it, so the new column may
-- be null and nothing that 1.0 names changes or goes.
alter table sample_permits.request add column inspected_on date;

create table sample_permits.inspection (
  request_id varchar(36) primary key references sample_permits.request (id),
  finding varchar(1000) not null,
  inspected_by varchar(100) not null
);
