-- The order in which a version's models were deployed, whatever the clock says.
alter table muniflow.module_deployment add column ordinal bigint generated always as identity;

-- Another version's models have been deployed since: these are no longer the engine's newest.
alter table muniflow.module_deployment add column superseded boolean default false not null;
