-- Records of MBE/WBE certification, KCMO Code ch. 3 division 2. A firm is the city's one record of a business; everything
-- else that an application states hangs on the application, so that each file stays as it was decided.

create table civil_rights.firm (
  id varchar(36) primary key,
  federal_tax_id varchar(10) not null,
  legal_name varchar(200) not null,
  trade_name varchar(200),
  entity_type varchar(30) not null,
  for_profit boolean not null,
  functioning boolean not null,
  established_in_area_on date,
  principal_office_county varchar(60),
  principal_office_state varchar(2),
  records_location varchar(300),
  mailing_street varchar(200) not null,
  mailing_city varchar(100) not null,
  mailing_state varchar(2) not null,
  mailing_postal_code varchar(10) not null,
  email varchar(200) not null,
  phone varchar(40),
  fax varchar(40),
  is_franchise boolean not null,
  franchisor_affiliated boolean not null,
  highest_officer varchar(200),
  board_controlled_by_qualifying boolean,
  ever_denied_certification boolean not null,
  established_on date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  constraint firm_one_per_tax_id unique (federal_tax_id)
);
create index firm_by_name on civil_rights.firm (legal_name);

create table civil_rights.application (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  kind varchar(30) not null,
  programs varchar(100) not null,
  status varchar(30) not null,
  received_on date not null,
  submitted_on date,
  case_number varchar(40),
  dbe_requested boolean not null,
  dbe_certificate_authority varchar(20),
  dbe_definition_met boolean,
  discrimination_in_city varchar(1000),
  discrimination_in_trade varchar(1000),
  documents_due_on date,
  documents_received_on date,
  withdrawn_on date,
  decided_on date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index application_by_firm on civil_rights.application (firm_id);
create index application_by_case on civil_rights.application (case_number);

create table civil_rights.application_naics (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  code varchar(6) not null,
  performed_and_controlled boolean not null,
  own_receipts numeric(14,2),
  own_employees integer,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  constraint application_naics_once unique (application_id, code)
);

create table civil_rights.application_document_request (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  document_type varchar(60) not null,
  owner_id varchar(36),
  requested_on date not null,
  due_on date,
  received_on date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index document_request_by_application on civil_rights.application_document_request (application_id);

create table civil_rights.firm_office (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  street varchar(200) not null,
  city varchar(100) not null,
  county varchar(60) not null,
  state varchar(2) not null,
  postal_code varchar(10) not null,
  principal boolean not null,
  occupied_since date not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index firm_office_by_application on civil_rights.firm_office (application_id);

create table civil_rights.firm_employee (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  office_id varchar(36) not null references civil_rights.firm_office (id),
  reference varchar(100) not null,
  full_time boolean not null,
  percent_time_in_area numeric(9,6) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index firm_employee_by_application on civil_rights.firm_employee (application_id);

create table civil_rights.business_transaction (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  transacted_on date not null,
  in_area boolean not null,
  description varchar(500) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index business_transaction_by_application on civil_rights.business_transaction (application_id);

create table civil_rights.owner (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  name varchar(200) not null,
  citizenship varchar(20) not null,
  minority_category varchar(30) not null,
  self_identified_historically boolean not null,
  tribal_affiliation boolean not null,
  descent_fraction numeric(9,6),
  is_woman boolean not null,
  status_questioned boolean not null,
  question_reason varchar(1000),
  controls_firm boolean not null,
  highest_officer boolean not null,
  general_partner boolean not null,
  licenses varchar(1000),
  outside_employment varchar(1000),
  family_relations varchar(1000),
  remuneration varchar(1000),
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index owner_by_application on civil_rights.owner (application_id);
create index owner_by_name on civil_rights.owner (name);

create table civil_rights.holding_company (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  name varchar(200) not null,
  customary_purpose boolean not null,
  purpose varchar(500),
  owns_and_controls_firm boolean not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index holding_company_by_application on civil_rights.holding_company (application_id);

-- held_in_id is null for an interest in the applicant itself; otherwise it names the holding company in which it is held.
create table civil_rights.ownership_interest (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  held_in_id varchar(36) references civil_rights.holding_company (id),
  owner_id varchar(36) references civil_rights.owner (id),
  holding_company_id varchar(36) references civil_rights.holding_company (id),
  interest_class varchar(60) not null,
  voting boolean not null,
  percent_of_class numeric(12,8) not null,
  percent_of_all numeric(12,8),
  in_partnership_agreement boolean not null,
  held_directly boolean not null,
  held_in_trust boolean not null,
  trust_revocable boolean not null,
  trust_grantor_id varchar(36) references civil_rights.owner (id),
  trust_beneficiary_id varchar(36) references civil_rights.owner (id),
  trust_trustee_id varchar(36) references civil_rights.owner (id),
  beneficiary_controls boolean not null,
  acquisition_mode varchar(30) not null,
  acquired_on date,
  transferor varchar(200),
  transferor_qualifies boolean not null,
  transferor_in_firm_or_affiliate boolean not null,
  transferor_in_similar_line boolean not null,
  transferor_in_ongoing_business boolean not null,
  renunciation_document_id varchar(80),
  presumption_rebutted boolean not null,
  counted boolean,
  counted_reason varchar(1000),
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  constraint interest_has_one_holder check ((owner_id is null) <> (holding_company_id is null))
);
create index ownership_interest_by_application on civil_rights.ownership_interest (application_id);

create table civil_rights.contribution (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  owner_id varchar(36) not null references civil_rights.owner (id),
  kind varchar(20) not null,
  amount numeric(14,2) not null,
  evidence varchar(1000) not null,
  real_and_substantial boolean,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index contribution_by_application on civil_rights.contribution (application_id);

create table civil_rights.affiliate (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  name varchar(200) not null,
  basis varchar(500) not null,
  annual_receipts numeric(14,2) not null,
  employees integer not null,
  naics_codes varchar(300) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index affiliate_by_application on civil_rights.affiliate (application_id);

create table civil_rights.personal_net_worth (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  owner_id varchar(36) not null references civil_rights.owner (id),
  as_of date not null,
  documented boolean not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  constraint one_statement_per_owner unique (owner_id)
);
create index personal_net_worth_by_application on civil_rights.personal_net_worth (application_id);

create table civil_rights.net_worth_asset (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  owner_id varchar(36) not null references civil_rights.owner (id),
  kind varchar(30) not null,
  description varchar(200),
  market_value numeric(14,2) not null,
  ownership varchar(20) not null,
  share_percent numeric(9,6) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index net_worth_asset_by_application on civil_rights.net_worth_asset (application_id);

create table civil_rights.net_worth_liability (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  owner_id varchar(36) not null references civil_rights.owner (id),
  kind varchar(30) not null,
  description varchar(200),
  amount numeric(14,2) not null,
  ownership varchar(20) not null,
  share_percent numeric(9,6) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index net_worth_liability_by_application on civil_rights.net_worth_liability (application_id);

create table civil_rights.net_worth_transfer (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  owner_id varchar(36) not null references civil_rights.owner (id),
  transferred_on date not null,
  fair_market_value numeric(14,2) not null,
  consideration numeric(14,2) not null,
  recipient varchar(30) not null,
  purpose varchar(30) not null,
  demonstrated boolean not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index net_worth_transfer_by_application on civil_rights.net_worth_transfer (application_id);

create table civil_rights.determination (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  criterion varchar(40) not null,
  program varchar(20),
  naics varchar(6),
  owner_id varchar(36),
  kind varchar(10) not null,
  standard_of_proof varchar(30) not null,
  met boolean not null,
  outcome varchar(60),
  reason_codes varchar(500) not null,
  reasons varchar(4000) not null,
  evidence_document_ids varchar(2000) not null,
  rule_ids varchar(200) not null,
  cites varchar(1000) not null,
  decided_by varchar(100) not null,
  decided_on date not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  superseded_by varchar(36)
);
create index determination_by_application on civil_rights.determination (application_id);

create table civil_rights.audit (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  kind varchar(10) not null,
  scheduled_on date,
  started_on date,
  facilitated boolean,
  refusal_reason varchar(2000),
  report varchar(4000),
  reported_on date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index audit_by_application on civil_rights.audit (application_id);

create table civil_rights.dbe_recognition (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  basis varchar(20) not null,
  authority varchar(20) not null,
  certified boolean not null,
  decided_on date not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index dbe_recognition_by_application on civil_rights.dbe_recognition (application_id);

create table civil_rights.certification (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  application_id varchar(36) references civil_rights.application (id),
  program varchar(20) not null,
  certified_on date not null,
  expires_on date,
  status varchar(30) not null,
  certified_by varchar(100) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index certification_by_firm on civil_rights.certification (firm_id);
create index certification_by_application on civil_rights.certification (application_id);

create table civil_rights.certification_naics (
  id varchar(36) primary key,
  certification_id varchar(36) not null references civil_rights.certification (id),
  code varchar(6) not null,
  certified_on date not null,
  status varchar(30) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  constraint certification_naics_once unique (certification_id, code)
);

create table civil_rights.denial (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  firm_id varchar(36) not null references civil_rights.firm (id),
  denied_on date not null,
  reason_codes varchar(1000) not null,
  reasons varchar(4000) not null,
  cites varchar(1000) not null,
  firm_currently_certified boolean not null,
  dbe_applied boolean not null,
  reconsiderable boolean not null,
  appeal_route varchar(10) not null,
  barred_until date,
  appeal_decided_on date,
  decided_by varchar(100) not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index denial_by_firm on civil_rights.denial (firm_id);
create index denial_by_application on civil_rights.denial (application_id);

-- The reason codes chosen before the denial is recorded, each with its section, so that the notice states them.
create table civil_rights.denial_ground (
  id varchar(36) primary key,
  application_id varchar(36) not null references civil_rights.application (id),
  code varchar(60) not null,
  explanation varchar(2000) not null,
  cites varchar(300) not null,
  chosen_by varchar(100) not null,
  chosen_on date not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null,
  constraint denial_ground_once unique (application_id, code)
);

create table civil_rights.revocation (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  certification_id varchar(36) references civil_rights.certification (id),
  revoked_on date not null,
  by_whom varchar(40) not null,
  for_cause boolean not null,
  reason_codes varchar(1000) not null,
  notice_received_on date,
  reconsiderable boolean not null,
  upheld_on date,
  court_final_on date,
  barred_until date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index revocation_by_firm on civil_rights.revocation (firm_id);

create table civil_rights.suspension (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  suspended_from date not null,
  suspended_to date,
  for_cause boolean not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index suspension_by_firm on civil_rights.suspension (firm_id);

create table civil_rights.withdrawal (
  id varchar(36) primary key,
  application_id varchar(36) references civil_rights.application (id),
  firm_id varchar(36) not null references civil_rights.firm (id),
  withdrawn_on date not null,
  barred_until date not null,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index withdrawal_by_firm on civil_rights.withdrawal (firm_id);

create table civil_rights.graduation (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  naics varchar(6) not null,
  exceeded_ceiling numeric(14,2),
  letter_mailed_on date not null,
  termination_ends_on date not null,
  reduced_to date,
  reduction_reason varchar(1000),
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index graduation_by_firm on civil_rights.graduation (firm_id);

-- Persons who owned a majority of, or controlled, a firm, over time: what the look-backs of § 3-461(t) and (u)(5) ask.
create table civil_rights.firm_controller (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  person_name varchar(200) not null,
  percent_owned numeric(12,8) not null,
  controlled boolean not null,
  held_from date,
  held_to date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index firm_controller_by_person on civil_rights.firm_controller (person_name);
create index firm_controller_by_firm on civil_rights.firm_controller (firm_id);

create table civil_rights.directory_entry (
  id varchar(36) primary key,
  firm_id varchar(36) not null references civil_rights.firm (id),
  certification_id varchar(36) not null references civil_rights.certification (id),
  program varchar(20) not null,
  firm_name varchar(200) not null,
  sort_name varchar(250) not null,
  mailing_address varchar(400) not null,
  county varchar(60),
  email varchar(200) not null,
  phone varchar(40),
  fax varchar(40),
  listed_from date not null,
  listed_to date,
  created_at timestamp with time zone not null,
  created_by varchar(100) not null,
  updated_at timestamp with time zone not null,
  updated_by varchar(100) not null
);
create index directory_entry_in_order on civil_rights.directory_entry (sort_name, id);
create index directory_entry_by_firm on civil_rights.directory_entry (firm_id);

create table civil_rights.directory_entry_naics (
  directory_entry_id varchar(36) not null references civil_rights.directory_entry (id),
  code varchar(6) not null,
  primary key (directory_entry_id, code)
);
create index directory_entry_naics_by_code on civil_rights.directory_entry_naics (code);

create table civil_rights.naics_code (
  code varchar(6) not null,
  title varchar(200) not null,
  valid_from date not null,
  valid_to date,
  source varchar(300) not null,
  primary key (code, valid_from)
);

create table civil_rights.size_standard (
  code varchar(6) not null,
  measure varchar(10) not null,
  ceiling numeric(14,2) not null,
  valid_from date not null,
  valid_to date,
  source varchar(300) not null,
  primary key (code, valid_from)
);

create table civil_rights.pnw_limit (
  amount numeric(14,2) not null,
  valid_from date primary key,
  valid_to date,
  source varchar(300) not null
);

create table civil_rights.area_county (
  county varchar(60) not null,
  state varchar(2) not null,
  valid_from date not null,
  valid_to date,
  source varchar(300) not null,
  primary key (county, state, valid_from)
);
