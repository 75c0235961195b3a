package org.muniflow.casework.holiday;

import java.time.Clock;
import org.muniflow.casework.calendar.CityCalendar;
import org.muniflow.casework.ledger.CalendarRecount;
import org.muniflow.kernel.spi.Actors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk where the city's holidays are edited. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableScheduling
public class HolidayConfiguration {

    @Bean
    HolidayDesk holidayDesk(
            CityCalendar calendar,
            CalendarRecount recount,
            JdbcClient jdbc,
            Actors actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new HolidayDesk(calendar, recount, jdbc, actors, new TransactionTemplate(transactions), clock);
    }

    @Bean
    HolidaySettling holidaySettling(HolidayDesk desk) {
        return new HolidaySettling(desk);
    }
}
