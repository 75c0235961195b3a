package org.muniflow.kernel;

import org.muniflow.kernel.delegates.DelegatesConfiguration;
import org.muniflow.kernel.engine.DeploymentsConfiguration;
import org.muniflow.kernel.engine.EngineConfiguration;
import org.muniflow.kernel.engine.ExpressionsConfiguration;
import org.muniflow.kernel.guard.GuardConfiguration;
import org.muniflow.kernel.modules.ModulesConfiguration;
import org.muniflow.kernel.modules.RecordsConfiguration;
import org.muniflow.kernel.rights.RightsConfiguration;
import org.muniflow.kernel.rules.RulesConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles the kernel. */
@Configuration(proxyBeanMethods = false)
@Import({
    EngineConfiguration.class,
    DeploymentsConfiguration.class,
    ExpressionsConfiguration.class,
    GuardConfiguration.class,
    DelegatesConfiguration.class,
    ModulesConfiguration.class,
    RecordsConfiguration.class,
    RightsConfiguration.class,
    RulesConfiguration.class
})
public class KernelConfiguration {}
