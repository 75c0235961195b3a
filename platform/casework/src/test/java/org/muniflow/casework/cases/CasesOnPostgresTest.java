package org.muniflow.casework.cases;

import org.muniflow.casework.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnPostgres.class)
class CasesOnPostgresTest extends CasesTest {}
