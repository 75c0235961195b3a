alter table muniflow.clock add column process_key varchar(255) default '' not null;
update muniflow.clock c set process_key = coalesce(
    (select f.process_key from muniflow.case_file f where f.case_number = c.case_number), '');
