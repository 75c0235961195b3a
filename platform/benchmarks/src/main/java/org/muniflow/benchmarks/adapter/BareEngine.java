package org.muniflow.benchmarks.adapter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The starter's engine, and the steps of the departments as beans that write what the delegates write. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
public class BareEngine {

    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(500);

    @Bean
    JavaDelegate checkAccount() {
        return step -> step.setVariables(Map.of("accountId", 4711L, "accountOpen", true, "accountKind", "WATER"));
    }

    @Bean
    JavaDelegate findPayment() {
        return step -> step.setVariables(Map.of("paymentId", "P-20", "paidCents", 12_50L, "paidTwice", true));
    }

    @Bean
    JavaDelegate computeRefund() {
        return step ->
                step.setVariables(Map.of("refundCents", 12_50L, "interestCents", 3, "refundKind", "DOUBLE_PAYMENT"));
    }

    @Bean
    JavaDelegate checkDebts() {
        return step -> step.setVariables(Map.of("debtCents", 0L, "payable", true, "debtKind", "NONE"));
    }

    @Bean
    JavaDelegate bookRefund() {
        return step -> step.setVariables(Map.of("bookingId", "B-20", "bookedCents", 12_53L, "booked", true));
    }

    @Bean
    JavaDelegate recordDecision() {
        return step ->
                step.setVariables(Map.of("decisionId", "D-20", "upheld", true, "decisionKind", "BILL_CORRECTED"));
    }

    @Bean
    JavaDelegate fileSlowly() {
        return step -> {
            long end = System.nanoTime() + SLOW;
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        };
    }

    @Bean
    Clocks clocks() {
        return new Clocks();
    }

    /** Answers a due date, so that the same model runs on both. */
    public static final class Clocks {

        /**
         * Counts four weeks.
         *
         * @param clockId the clock
         * @param trigger the date from which it counts
         * @return the date
         */
        public Date due(String clockId, String trigger) {
            return Date.from(LocalDate.parse(trigger)
                    .plusDays(28)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        }
    }
}
