create index case_file_state on muniflow.case_file (process_key, state, started_at, case_number);
