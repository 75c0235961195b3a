-- Dated reference data. Only the list of counties is in the Code; the other figures are samples until the department loads
-- the official tables. An amendment closes a row with valid_to and adds a new one; nothing is overwritten.

insert into civil_rights.area_county (county, state, valid_from, source) values
  ('Cass', 'MO', date '1900-01-01', 'KCMO Code § 3-421(a)(29)'),
  ('Clay', 'MO', date '1900-01-01', 'KCMO Code § 3-421(a)(29)'),
  ('Jackson', 'MO', date '1900-01-01', 'KCMO Code § 3-421(a)(29)'),
  ('Platte', 'MO', date '1900-01-01', 'KCMO Code § 3-421(a)(29)'),
  ('Johnson', 'KS', date '1900-01-01', 'KCMO Code § 3-421(a)(29)'),
  ('Leavenworth', 'KS', date '1900-01-01', 'KCMO Code § 3-421(a)(29)'),
  ('Wyandotte', 'KS', date '1900-01-01', 'KCMO Code § 3-421(a)(29)');

insert into civil_rights.naics_code (code, title, valid_from, source) values
  ('236220', 'Commercial and Institutional Building Construction', date '2012-01-01', '2022 NAICS United States'),
  ('237310', 'Highway, Street, and Bridge Construction', date '2012-01-01', '2022 NAICS United States'),
  ('238110', 'Poured Concrete Foundation and Structure Contractors', date '2012-01-01', '2022 NAICS United States'),
  ('238160', 'Roofing Contractors', date '2012-01-01', '2022 NAICS United States'),
  ('238210', 'Electrical Contractors and Other Wiring Installation Contractors', date '2012-01-01', '2022 NAICS United States'),
  ('238220', 'Plumbing, Heating, and Air-Conditioning Contractors', date '2012-01-01', '2022 NAICS United States'),
  ('238910', 'Site Preparation Contractors', date '2012-01-01', '2022 NAICS United States'),
  ('423390', 'Other Construction Material Merchant Wholesalers', date '2012-01-01', '2022 NAICS United States'),
  ('484110', 'General Freight Trucking, Local', date '2012-01-01', '2022 NAICS United States'),
  ('541330', 'Engineering Services', date '2012-01-01', '2022 NAICS United States'),
  ('541512', 'Computer Systems Design Services', date '2012-01-01', '2022 NAICS United States'),
  ('561720', 'Janitorial Services', date '2012-01-01', '2022 NAICS United States');

insert into civil_rights.size_standard (code, measure, ceiling, valid_from, source) values
  ('236220', 'RECEIPTS', 45000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('237310', 'RECEIPTS', 45000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('238110', 'RECEIPTS', 19000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('238160', 'RECEIPTS', 19000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('238210', 'RECEIPTS', 19000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('238220', 'RECEIPTS', 19000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('238910', 'RECEIPTS', 19000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('423390', 'EMPLOYEES', 100.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('484110', 'RECEIPTS', 34000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('541330', 'RECEIPTS', 25500000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('541512', 'RECEIPTS', 34000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201'),
  ('561720', 'RECEIPTS', 22000000.00, date '2020-01-01', 'Sample figure; load the official table of 13 CFR 121.201');

insert into civil_rights.pnw_limit (amount, valid_from, source) values
  (1320000.00, date '2020-10-01', 'Sample figure; load the limit of the U.S. Department of Transportation in force');
