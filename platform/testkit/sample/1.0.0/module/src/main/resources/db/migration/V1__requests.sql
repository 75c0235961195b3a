-- Requests for permits. Later versions only add: columns that may be null, and tables; what runs on this version goes on.
create table sample_permits.request (
  id varchar(36) primary key,
  applicant varchar(200) not null,
  street varchar(200) not null,
  city varchar(200) not null,
  days integer not null,
  received_on date not null,
  status varchar(20) not null,
  fee numeric(10, 2),
  decision_reason varchar(1000),
  decided_on date,
  issued_on date,
  case_number varchar(40)
);
