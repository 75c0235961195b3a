-- What changed, as JSON; shown to those who may see the case.
alter table muniflow.journal add column detail varchar(20000);

-- The sealer's own account beside the journal: one row for each sealed line, in the sealer's order, without gaps.
create table muniflow.journal_seal (
    seal_number  bigint       not null primary key,
    journal_id   bigint       not null unique,
    chain        varchar(200) not null,
    chain_number bigint       not null,
    chain_hash   char(64)     not null,
    city_hash    char(64)     not null,
    sealed_at    timestamp with time zone not null,
    constraint journal_seal_chain unique (chain, chain_number)
);

-- Numbers of lines that were skipped: of steps that had not committed yet, or never did.
create table muniflow.journal_gap (
    low     bigint not null primary key,
    high    bigint not null,
    seen_at timestamp with time zone not null
);

-- How far the sealer has come. Whoever locks the row is the city's sealer.
create table muniflow.journal_head (
    id         integer  not null primary key,
    seals      bigint   not null,
    city_hash  char(64) not null,
    highest_id bigint   not null
);
insert into muniflow.journal_head (id, seals, city_hash, highest_id)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);
