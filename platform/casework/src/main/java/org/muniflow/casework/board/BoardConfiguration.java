package org.muniflow.casework.board;

import java.time.Clock;
import org.flywaydb.core.api.migration.JavaMigration;
import org.muniflow.casework.ledger.ClockLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board of clocks. */
@Configuration(proxyBeanMethods = false)
public class BoardConfiguration {

    @Bean
    static JavaMigration clockBoardIndex() {
        return new ClockBoardIndex();
    }

    @Bean
    ClockBoard clockBoard(JdbcClient jdbc, ClockLedger ledger, Clock clock) {
        return new ClockBoard(jdbc, ledger, clock);
    }
}
