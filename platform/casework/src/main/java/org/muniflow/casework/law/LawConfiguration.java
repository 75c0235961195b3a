package org.muniflow.casework.law;

import org.muniflow.api.law.LawNumbers;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers of law. */
@Configuration(proxyBeanMethods = false)
public class LawConfiguration {

    @Bean
    ModuleLaw moduleLaw() {
        return new ModuleLaw();
    }

    @Bean
    ModuleService<LawNumbers> lawNumbersForModules(ModuleLaw law) {
        return new ModuleService<>(LawNumbers.class, module -> law.of(module.name()));
    }
}
