package org.muniflow.casework.ledger;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Ledger;
import org.muniflow.casework.calendar.CityCalendar;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.muniflow.kernel.spi.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of clocks. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class LedgerConfiguration {

    @Bean
    LedgerRows ledgerRows(StepWrites writes, JdbcClient jdbc, Clock clock) {
        return new LedgerRows(writes, jdbc, clock);
    }

    @Bean
    TiedDates tiedDates(ProcessEngine engine, Timers timers, Actors actors, Clock clock) {
        return new TiedDates(engine, timers, actors, clock);
    }

    @Bean
    CalendarRecount calendarRecount(
            LedgerRows rows, TiedDates tied, CityCalendar calendar, CaseJournal journal, Actors actors, Clock clock) {
        return new CalendarRecount(rows, tied, calendar, journal, actors, clock);
    }

    @Bean
    Tolling tolling(
            LedgerRows rows,
            TiedDates tied,
            Actors actors,
            CityCalendar calendar,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Tolling(rows, tied, calendar, journal, actors, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ClockLedger clockLedger(
            LedgerRows rows,
            ModuleClocks clocks,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Tolling tolling,
            ObjectProvider<Cases> cases) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Breaches breaches = new Breaches(rows, journal, cases::getObject, transaction);
        return new ClockLedger(rows, clocks, journal, transaction, tolling, breaches);
    }

    @Bean
    @Order(30)
    StepListener stepClocks(ClockLedger ledger, LedgerRows rows, ModuleClocks clocks, Clock clock) {
        return new StepClocks(ledger, rows, clocks, clock);
    }

    @Bean
    ClockSweep clockSweep(ClockLedger ledger, Clock clock) {
        return new ClockSweep(ledger, clock);
    }

    @Bean
    ModuleNeeds clockNeeds(JdbcClient jdbc, VersionCases cases) {
        return new ClockNeeds(jdbc, cases);
    }

    @Bean
    ModuleService<Ledger> ledgerForModules(ClockLedger ledger) {
        return new ModuleService<>(Ledger.class, module -> ledger);
    }
}
