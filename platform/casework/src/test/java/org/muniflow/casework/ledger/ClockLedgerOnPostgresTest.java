package org.muniflow.casework.ledger;

import org.muniflow.casework.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnPostgres.class)
class ClockLedgerOnPostgresTest extends ClockLedgerTest {}
