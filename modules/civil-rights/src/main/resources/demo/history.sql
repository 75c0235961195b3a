-- What invented firms did before the demonstration begins. Run once, in demonstrations only, before the sample applications.
-- Dates count back from the day of the run, so that bars and look-backs hold whenever the demonstration is opened.

insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,
  principal_office_county, principal_office_state, mailing_street, mailing_city, mailing_state, mailing_postal_code, email,
  is_franchise, franchisor_affiliated, ever_denied_certification, created_at, created_by, updated_at, updated_by)
values ('demo-firm-withdrawn', '90-1000006', 'Quick Turn Hauling LLC', 'LLC', true, true,
  'Clay', 'MO', '88 Depot Road', 'Liberty', 'MO', '64068', 'office@quickturn.example',
  false, false, false, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.withdrawal (id, application_id, firm_id, withdrawn_on, barred_until,
  created_at, created_by, updated_at, updated_by)
values ('demo-withdrawal', null, 'demo-firm-withdrawn', current_date - interval '120' day, current_date + interval '245' day,
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,
  principal_office_county, principal_office_state, mailing_street, mailing_city, mailing_state, mailing_postal_code, email,
  is_franchise, franchisor_affiliated, ever_denied_certification, created_at, created_by, updated_at, updated_by)
values ('demo-firm-graduated', '90-1000091', 'Ironwood Builders Inc', 'CORPORATION', true, true,
  'Jackson', 'MO', '12 Foundry Street', 'Kansas City', 'MO', '64120', 'office@ironwood.example',
  false, false, false, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.graduation (id, firm_id, naics, exceeded_ceiling, letter_mailed_on, termination_ends_on,
  created_at, created_by, updated_at, updated_by)
values ('demo-graduation', 'demo-firm-graduated', 'ALL', 45000000.00, current_date - interval '400' day,
  current_date + interval '695' day, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.firm_controller (id, firm_id, person_name, percent_owned, controlled,
  created_at, created_by, updated_at, updated_by)
values ('demo-controller-graduated', 'demo-firm-graduated', 'Marcus Hollis', 70, true,
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,
  principal_office_county, principal_office_state, mailing_street, mailing_city, mailing_state, mailing_postal_code, email,
  is_franchise, franchisor_affiliated, ever_denied_certification, created_at, created_by, updated_at, updated_by)
values ('demo-firm-revoked', '90-1000092', 'Straightline Paving LLC', 'LLC', true, false,
  'Wyandotte', 'KS', '400 Gravel Lane', 'Kansas City', 'KS', '66105', 'office@straightline.example',
  false, false, false, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.revocation (id, firm_id, revoked_on, by_whom, for_cause, reason_codes, reconsiderable,
  created_at, created_by, updated_at, updated_by)
values ('demo-revocation', 'demo-firm-revoked', current_date - interval '900' day, 'CITY_MANAGER', true, 'FOR_CAUSE', false,
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.firm_controller (id, firm_id, person_name, percent_owned, controlled,
  created_at, created_by, updated_at, updated_by)
values ('demo-controller-revoked', 'demo-firm-revoked', 'Renata Solis', 60, true,
  current_timestamp, 'demo', current_timestamp, 'demo');

-- Firms certified in earlier years, so that the directory has somebody to show.

insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,
  principal_office_county, principal_office_state, mailing_street, mailing_city, mailing_state, mailing_postal_code, email,
  is_franchise, franchisor_affiliated, ever_denied_certification, created_at, created_by, updated_at, updated_by)
values ('demo-firm-heron', '90-1000071', 'Blue Heron Roofing LLC', 'LLC', true, true,
  'Jackson', 'MO', '310 Oak Street', 'Kansas City', 'MO', '64106', 'office@heron.example',
  false, false, false, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.certification (id, firm_id, program, certified_on, expires_on, status, certified_by,
  created_at, created_by, updated_at, updated_by)
values ('demo-cert-heron', 'demo-firm-heron', 'MBE', current_date - interval '410' day,
  current_date - interval '410' day + interval '3' year, 'ACTIVE', 'dora.director',
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.certification_naics (id, certification_id, code, certified_on, status,
  created_at, created_by, updated_at, updated_by)
values ('demo-naics-heron', 'demo-cert-heron', '238160', current_date - interval '410' day, 'ACTIVE',
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.directory_entry (id, firm_id, certification_id, program, firm_name, sort_name, mailing_address,
  county, email, listed_from, created_at, created_by, updated_at, updated_by)
values ('demo-entry-heron', 'demo-firm-heron', 'demo-cert-heron', 'MBE', 'Blue Heron Roofing LLC', 'blue heron roofing llc',
  '310 Oak Street, Kansas City, MO 64106', 'Jackson', 'office@heron.example', current_date - interval '410' day,
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.directory_entry_naics (directory_entry_id, code) values ('demo-entry-heron', '238160');

insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,
  principal_office_county, principal_office_state, mailing_street, mailing_city, mailing_state, mailing_postal_code, email,
  is_franchise, franchisor_affiliated, ever_denied_certification, created_at, created_by, updated_at, updated_by)
values ('demo-firm-sunflower', '90-1000072', 'Sunflower Engineers Inc', 'CORPORATION', true, true,
  'Johnson', 'KS', '77 Prairie Drive', 'Olathe', 'KS', '66061', 'office@sunflower.example',
  false, false, false, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.certification (id, firm_id, program, certified_on, expires_on, status, certified_by,
  created_at, created_by, updated_at, updated_by)
values ('demo-cert-sunflower', 'demo-firm-sunflower', 'WBE', current_date - interval '655' day,
  current_date - interval '655' day + interval '3' year, 'ACTIVE', 'dora.director',
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.certification_naics (id, certification_id, code, certified_on, status,
  created_at, created_by, updated_at, updated_by)
values ('demo-naics-sunflower', 'demo-cert-sunflower', '541330', current_date - interval '655' day, 'ACTIVE',
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.directory_entry (id, firm_id, certification_id, program, firm_name, sort_name, mailing_address,
  county, email, listed_from, created_at, created_by, updated_at, updated_by)
values ('demo-entry-sunflower', 'demo-firm-sunflower', 'demo-cert-sunflower', 'WBE', 'Sunflower Engineers Inc', 'sunflower engineers inc',
  '77 Prairie Drive, Olathe, KS 66061', 'Johnson', 'office@sunflower.example', current_date - interval '655' day,
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.directory_entry_naics (directory_entry_id, code) values ('demo-entry-sunflower', '541330');

insert into civil_rights.firm (id, federal_tax_id, legal_name, entity_type, for_profit, functioning,
  principal_office_county, principal_office_state, mailing_street, mailing_city, mailing_state, mailing_postal_code, email,
  is_franchise, franchisor_affiliated, ever_denied_certification, created_at, created_by, updated_at, updated_by)
values ('demo-firm-northland', '90-1000073', 'Northland Cleaning Company', 'SOLE_PROPRIETORSHIP', true, true,
  'Clay', 'MO', '9 Barry Road', 'Kansas City', 'MO', '64118', 'office@northland.example',
  false, false, false, current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.certification (id, firm_id, program, certified_on, expires_on, status, certified_by,
  created_at, created_by, updated_at, updated_by)
values ('demo-cert-northland', 'demo-firm-northland', 'WBE', current_date - interval '120' day,
  current_date - interval '120' day + interval '3' year, 'ACTIVE', 'dora.director',
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.certification_naics (id, certification_id, code, certified_on, status,
  created_at, created_by, updated_at, updated_by)
values ('demo-naics-northland', 'demo-cert-northland', '561720', current_date - interval '120' day, 'ACTIVE',
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.directory_entry (id, firm_id, certification_id, program, firm_name, sort_name, mailing_address,
  county, email, listed_from, created_at, created_by, updated_at, updated_by)
values ('demo-entry-northland', 'demo-firm-northland', 'demo-cert-northland', 'WBE', 'Northland Cleaning Company', 'northland cleaning company',
  '9 Barry Road, Kansas City, MO 64118', 'Clay', 'office@northland.example', current_date - interval '120' day,
  current_timestamp, 'demo', current_timestamp, 'demo');

insert into civil_rights.directory_entry_naics (directory_entry_id, code) values ('demo-entry-northland', '561720');
