package org.muniflow.casework.clock;

import java.time.Clock;
import org.muniflow.api.casework.Clocks;
import org.muniflow.casework.calendar.CityCalendar;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks of the law, for modules, models and the platform. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    ModuleClocks moduleClocks(CityCalendar calendar) {
        return new ModuleClocks(calendar);
    }

    @Bean
    ClockExpressions clockExpressions(ModuleClocks clocks, Clock clock) {
        return new ClockExpressions(clocks, clock);
    }

    @Bean
    ModuleService<Clocks> clocksForModules(ModuleClocks clocks) {
        return new ModuleService<>(Clocks.class, module -> clocks);
    }
}
