package org.muniflow.casework.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the federal holidays of 2000 to 2060 that the table does not have. Safe at every start: a date that has a row
 * is left as the city edited it.
 */
final class HolidaySeed implements InitializingBean {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2060;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    HolidaySeed(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        transactions.executeWithoutResult(status -> seed());
    }

    private void seed() {
        Set<LocalDate> known =
                new HashSet<>(jdbc.queryForList("select holiday_date from muniflow.holiday", LocalDate.class));
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Object[]> missing = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(FederalHolidays::observedIn)
                .flatMap(List::stream)
                .filter(holiday -> !known.contains(holiday.date()))
                .map(holiday ->
                        new Object[] {holiday.date(), holiday.name(), holiday.source(), true, "federal holidays", now})
                .toList();
        jdbc.batchUpdate("""
                insert into muniflow.holiday (holiday_date, name, source, active, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?)""", missing);
    }
}
