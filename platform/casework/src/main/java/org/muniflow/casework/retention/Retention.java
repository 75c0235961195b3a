package org.muniflow.casework.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.RecordSeries;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The retention schedule: for each series of records, dated periods that the city sets with their authority. The period counts
 * from the end of a case; of several the one in force today counts for all records that are still kept. Without one a record
 * is kept for ever.
 */
public final class Retention {

    private final JdbcClient jdbc;
    private final Departments departments;
    private final Clock clock;

    Retention(JdbcClient jdbc, Departments departments, Clock clock) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.clock = clock;
    }

    /** The units in which schedules count. */
    public enum Unit {
        /** Days. */
        DAYS,
        /** Months. */
        MONTHS,
        /** Years. */
        YEARS
    }

    /**
     * How long a series is kept, from a day on.
     *
     * @param series the series
     * @param amount how many units
     * @param unit the unit
     * @param authority what sets it: the records schedule, an ordinance, a statute
     * @param effectiveFrom from which day it counts
     * @param reason why it was set
     * @param setBy who set it
     * @param setAt when
     */
    public record SetPeriod(
            String series,
            int amount,
            Unit unit,
            String authority,
            LocalDate effectiveFrom,
            String reason,
            String setBy,
            OffsetDateTime setAt) {

        Period length() {
            return switch (unit) {
                case DAYS -> Period.ofDays(amount);
                case MONTHS -> Period.ofMonths(amount);
                case YEARS -> Period.ofYears(amount);
            };
        }

        /**
         * Says how long in words.
         *
         * @return for example {@code 7 years}
         */
        public String words() {
            String word = unit.name().toLowerCase(java.util.Locale.ROOT);
            return amount + " " + (amount == 1 ? word.substring(0, word.length() - 1) : word);
        }
    }

    /**
     * Until when the record of a case is kept.
     *
     * @param series its series
     * @param period the period in force; null when the city has set none
     * @param until the last day on which it is kept; null while the case is open, or when no period is set
     */
    public record Kept(
            RecordSeries series,
            @Nullable SetPeriod period,
            @Nullable LocalDate until) {}

    /** Returns all series of the city, each once. */
    List<RecordSeries> series() {
        return departments.all().stream()
                .flatMap(department -> department.allSeries().stream())
                .toList();
    }

    /**
     * Returns until when a case is kept.
     *
     * @param file the case
     * @return the answer; empty when no department ever had such cases
     */
    public Optional<Kept> of(CaseFiles.Row file) {
        return departments.ofProcess(file.processKey()).stream()
                .flatMap(department -> department.allSeries().stream())
                .filter(series -> series.processes().contains(file.processKey()))
                .findFirst()
                .map(series -> kept(series, file.endedAt()));
    }

    private Kept kept(RecordSeries series, @Nullable OffsetDateTime endedAt) {
        SetPeriod period = inForce(series.id()).orElse(null);
        LocalDate until = period == null || endedAt == null
                ? null
                : endedAt.atZoneSameInstant(clock.getZone()).toLocalDate().plus(period.length());
        return new Kept(series, period, until);
    }

    Optional<SetPeriod> inForce(String series) {
        return periods(series).stream()
                .filter(period -> !period.effectiveFrom().isAfter(LocalDate.now(clock)))
                .findFirst();
    }

    /** Returns a series' periods, the latest first. */
    List<SetPeriod> periods(String series) {
        return jdbc.sql(
                        "select * from muniflow.retention_period where series = ? order by effective_from desc, id desc")
                .param(series)
                .query((row, number) -> new SetPeriod(
                        row.getString("series"),
                        row.getInt("amount"),
                        Unit.valueOf(row.getString("unit")),
                        row.getString("authority"),
                        Objects.requireNonNull(row.getObject("effective_from", LocalDate.class)),
                        row.getString("reason"),
                        row.getString("set_by"),
                        Objects.requireNonNull(row.getObject("set_at", OffsetDateTime.class))))
                .list();
    }

    void set(SetPeriod period) {
        jdbc.sql("insert into muniflow.retention_period (series, amount, unit, authority, effective_from, reason,"
                        + " set_by, set_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        period.series(),
                        period.amount(),
                        period.unit().name(),
                        period.authority(),
                        period.effectiveFrom(),
                        period.reason(),
                        period.setBy(),
                        period.setAt())
                .update();
    }

    /**
     * An ended case whose record may be disposed of.
     *
     * @param caseNumber the case
     * @param processKey its process
     * @param until the last day on which its record had to be kept
     */
    public record Due(String caseNumber, String processKey, LocalDate until) {}

    /** Returns ended cases of a series whose period has passed, that no hold keeps and nobody asked to dispose of yet. */
    List<Due> due(RecordSeries series, @Nullable String after, int limit) {
        SetPeriod period = inForce(series.id()).orElse(null);
        if (period == null || series.processes().isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        OffsetDateTime before =
                today.minus(period.length()).atStartOfDay(clock.getZone()).toOffsetDateTime();
        List<Object> values = new ArrayList<>(series.processes());
        values.add(before);
        values.add(after == null ? "" : after);
        values.add(limit);
        return jdbc
                .sql("select case_number, process_key, ended_at from muniflow.case_file f where process_key in ("
                        + String.join(
                                ", ", Collections.nCopies(series.processes().size(), "?"))
                        + ") and state = 'ENDED' and ended_at < ? and case_number > ?"
                        + " and not exists (select 1 from muniflow.legal_hold h where h.released_at is null"
                        + " and (h.case_number = f.case_number or (h.record_id = f.record_id and f.record_id <> '')))"
                        + " and not exists (select 1 from muniflow.disposal_case c join muniflow.disposal d"
                        + " on d.id = c.disposal_id where c.case_number = f.case_number"
                        + " and (c.disposed_at is not null or d.state = 'ASKED'))"
                        + " order by case_number fetch first ? rows only")
                .params(values)
                .query((row, number) -> new Due(
                        row.getString("case_number"),
                        row.getString("process_key"),
                        Objects.requireNonNull(row.getObject("ended_at", OffsetDateTime.class))
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()
                                .plus(period.length())))
                .list()
                .stream()
                .filter(due -> due.until().isBefore(today))
                .toList();
    }
}
