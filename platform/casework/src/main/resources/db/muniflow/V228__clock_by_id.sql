create index clock_by_id on muniflow.clock (clock_id, started_at);
