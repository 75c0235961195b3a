alter table civil_rights.firm add column letter_language varchar(3) default 'en' not null;
