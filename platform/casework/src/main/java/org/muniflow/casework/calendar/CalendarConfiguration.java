package org.muniflow.casework.calendar;

import java.time.Clock;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The city's calendar and its holidays. */
@Configuration(proxyBeanMethods = false)
public class CalendarConfiguration {

    @Bean
    HolidaySeed holidaySeed(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new HolidaySeed(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    @DependsOn("holidaySeed")
    CityCalendar cityCalendar(JdbcClient jdbc, Clock clock) {
        return new CityCalendar(jdbc, clock);
    }

    @Bean
    ModuleService<BusinessCalendar> businessCalendarForModules(CityCalendar calendar) {
        return new ModuleService<>(BusinessCalendar.class, module -> calendar);
    }
}
