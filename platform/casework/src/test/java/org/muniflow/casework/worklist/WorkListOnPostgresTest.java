package org.muniflow.casework.worklist;

import org.muniflow.casework.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnPostgres.class)
class WorkListOnPostgresTest extends WorkListTest {}
