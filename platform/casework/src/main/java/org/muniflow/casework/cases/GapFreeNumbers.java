package org.muniflow.casework.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.muniflow.kernel.spi.CaseNumbers;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Case numbers without gaps, per prefix and year in the city: {@code CERT-2026-000123}. The series' row stays locked
 * until the step commits; a step that rolls back gives its number back.
 */
final class GapFreeNumbers implements CaseNumbers {

    private static final String TAKE =
            "update muniflow.case_series set last_number = last_number + 1 where prefix = ? and series_year = ?";

    private static final int DIGITS = 6;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;

    GapFreeNumbers(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public String next(String prefix, String processKey) {
        int year = LocalDate.now(clock).getYear();
        int number = take(prefix, year)
                .or(() -> {
                    open(prefix, year);
                    return take(prefix, year);
                })
                .orElseThrow(() -> new IllegalStateException("The series of case numbers " + prefix + "-" + year
                        + " is gone; restore its row in muniflow.case_series"));
        String digits = Integer.toString(number);
        return prefix + "-" + year + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** Takes and reads the number in one statement. */
    private Optional<Integer> take(String prefix, int year) {
        KeyHolder taken = new GeneratedKeyHolder();
        jdbc.sql(TAKE).params(prefix, year).update(taken, "last_number");
        return Optional.ofNullable(taken.getKey()).map(Number::intValue);
    }

    // In a transaction apart, since two first cases may race for it and a failed insert ends a transaction on
    // PostgreSQL.
    private void open(String prefix, int year) {
        try {
            apart.executeWithoutResult(status -> jdbc.sql("insert into muniflow.case_series values (?, ?, 0)")
                    .params(prefix, year)
                    .update());
        } catch (DuplicateKeyException another) {
            // The other case's step has opened the series.
            return;
        }
    }
}
