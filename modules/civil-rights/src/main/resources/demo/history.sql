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
