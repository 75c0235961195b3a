package org.muniflow.casework.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.time.BusinessCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The city's business calendar: Monday to Friday except the active rows of {@code muniflow.holiday} (reading A-05 of
 * KCMO Code § 3-461(s)). The rows are kept in memory and read again after an edit here, or a minute after an edit on
 * another node. Thread-safe.
 */
public final class CityCalendar implements BusinessCalendar {

    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);
    private static final String COLUMNS = "select holiday_date, name, source, active from muniflow.holiday";

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Loaded loaded;

    CityCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns the name of the holiday observed on a date.
     *
     * @param date the date
     * @return the name, or empty if the date is none
     * @throws UnknownYear when the table holds no holiday at all in that year, since every computation
     *     would then be wrong without a sign of it
     */
    @Override
    public Optional<String> holiday(LocalDate date) {
        Loaded table = table();
        if (!table.years().contains(date.getYear())) {
            throw new UnknownYear(date);
        }
        return Optional.ofNullable(table.names().get(date));
    }

    /**
     * Lists a year's rows.
     *
     * @param year the year
     * @return the rows in order of date, struck ones too
     */
    public List<Holiday> list(int year) {
        return jdbc.sql(COLUMNS + " where holiday_date between ? and ? order by holiday_date")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(CityCalendar::holiday)
                .list();
    }

    /**
     * Enters a holiday, or changes the row of its date. To strike a holiday, save it inactive: a deleted row would come
     * back at the next start.
     *
     * @param holiday the holiday
     * @param by the user who edits
     */
    public void save(Holiday holiday, String by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int changed = jdbc.sql("""
                        update muniflow.holiday set name = ?, source = ?, active = ?, changed_by = ?, changed_at = ?
                        where holiday_date = ?""")
                .params(holiday.name(), holiday.source(), holiday.active(), by, now, holiday.date())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into muniflow.holiday (name, source, active, changed_by, changed_at, holiday_date)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(holiday.name(), holiday.source(), holiday.active(), by, now, holiday.date())
                    .update();
        }
        forget();
    }

    /** Reads the table now: whoever holds the lock on edits must not count by what was read before it. */
    public void readAgain() {
        loaded = load(clock.instant());
    }

    /** Makes the next question read the table; within a transaction also the first one after its commit. */
    void forget() {
        loaded = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    loaded = null;
                }
            });
        }
    }

    private Loaded table() {
        Loaded known = loaded;
        Instant now = clock.instant();
        if (known == null || now.isAfter(known.at().plus(TRUSTED_FOR))) {
            known = load(now);
            loaded = known;
        }
        return known;
    }

    private static Holiday holiday(ResultSet row, int number) throws SQLException {
        return new Holiday(
                row.getObject("holiday_date", LocalDate.class),
                row.getString("name"),
                row.getString("source"),
                row.getBoolean("active"));
    }

    private Loaded load(Instant now) {
        List<Holiday> rows = jdbc.sql(COLUMNS).query(CityCalendar::holiday).list();
        return new Loaded(
                rows.stream()
                        .filter(Holiday::active)
                        .collect(Collectors.toUnmodifiableMap(Holiday::date, Holiday::name)),
                rows.stream().map(row -> row.date().getYear()).collect(Collectors.toUnmodifiableSet()),
                now);
    }

    private record Loaded(Map<LocalDate, String> names, Set<Integer> years, Instant at) {}
}
