package org.muniflow.server.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.department.Departments;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The city in numbers, for Actuator and Prometheus: read together by a few counts every minute, whoever asks how often. No
 * number tells of a person or a case.
 */
@Component
final class CityMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(CityMetrics.class);

    private final JdbcClient jdbc;
    private final Modules modules;
    private final Departments departments;
    private final Clock clock;
    private final MultiGauge clocks;
    private final MultiGauge outbox;
    private final MultiGauge outboxLag;
    private final MultiGauge jobs;
    private final MultiGauge incidents;
    private final MultiGauge states;
    private final MultiGauge reports;

    CityMetrics(JdbcClient jdbc, Modules modules, Departments departments, Clock clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.modules = modules;
        this.departments = departments;
        this.clock = clock;
        clocks = gauge(registry, "muniflow.clocks", "Clocks whose act may still come, by department");
        outbox = gauge(registry, "muniflow.outbox", "Notices that wait");
        outboxLag = gauge(registry, "muniflow.outbox.lag", "Age of the oldest notice that waits, in seconds");
        jobs = gauge(registry, "muniflow.jobs", "Jobs of the engine, by module");
        incidents = gauge(registry, "muniflow.incidents", "Failed steps that wait for somebody");
        reports = gauge(registry, "muniflow.reports", "Reports that the law asks for and that are not delivered");
        states = gauge(registry, "muniflow.modules", "1 for the state in which a module's version is");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** Reads all numbers anew. What cannot be read keeps its last number, and the log says so. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${muniflow.metrics.refresh-every:PT1M}")
    void refresh() {
        for (Runnable part : List.<Runnable>of(
                this::clocks, this::outbox, this::jobs, this::incidents, this::states, this::reports)) {
            try {
                part.run();
            } catch (DataAccessException unread) {
                LOG.warn("Some metrics could not be read and are as they were", unread);
            }
        }
    }

    private void clocks() {
        Map<String, long[]> byDepartment = new TreeMap<>();
        departments
                .all()
                .forEach(department -> byDepartment.put(department.module().name(), new long[3]));
        jdbc.sql("select process_key, count(case when state = 'BREACHED' then 1 end),"
                        + " count(case when state = 'RUNNING' and due_on = ? then 1 end),"
                        + " count(case when state = 'PAUSED' then 1 end) from muniflow.clock where settled_at is null"
                        + " and (state <> 'RUNNING' or due_on = ?) group by process_key")
                .params(LocalDate.now(clock), LocalDate.now(clock))
                .query(row -> {
                    long[] sums = byDepartment.computeIfAbsent(department(row.getString(1)), name -> new long[3]);
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += row.getLong(i + 2);
                    }
                });
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        byDepartment.forEach((department, sums) -> {
            rows.add(row(sums[0], "department", department, "state", "breached"));
            rows.add(row(sums[1], "department", department, "state", "due-today"));
            rows.add(row(sums[2], "department", department, "state", "paused"));
        });
        clocks.register(rows, true);
    }

    private String department(String processKey) {
        return departments
                .ofProcess(processKey)
                .map(department -> department.module().name())
                .orElse("none");
    }

    private void outbox() {
        Map<String, Object[]> byChannel = new HashMap<>();
        jdbc.sql(
                        "select channel, count(*), count(last_error), min(created_at) from muniflow.notice where state = 'QUEUED'"
                                + " group by channel")
                .query(row -> {
                    byChannel.put(
                            row.getString(1),
                            new Object[] {row.getLong(2), row.getLong(3), row.getObject(4, OffsetDateTime.class)});
                });
        List<MultiGauge.Row<?>> waiting = new ArrayList<>();
        List<MultiGauge.Row<?>> lag = new ArrayList<>();
        for (String channel : List.of("ELECTRONIC", "MAIL", "CERTIFIED_MAIL")) {
            Object[] found = byChannel.getOrDefault(channel, new Object[] {0L, 0L, null});
            String tag = channel.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            waiting.add(row((long) found[0], "channel", tag, "state", "waiting"));
            waiting.add(row((long) found[1], "channel", tag, "state", "failed"));
            lag.add(row(age((OffsetDateTime) found[2]), "channel", tag));
        }
        outbox.register(waiting, true);
        outboxLag.register(lag, true);
    }

    private long age(@Nullable OffsetDateTime since) {
        return since == null
                ? 0
                : Math.max(
                        0, Duration.between(since.toInstant(), clock.instant()).toSeconds());
    }

    private void jobs() {
        Map<String, long[]> byModule = new TreeMap<>();
        modules.states().forEach(state -> byModule.put(state.name(), new long[3]));
        jdbc.sql(
                        "select deployment_id_, count(case when retries_ > 0 and (duedate_ is null or duedate_ <= ?) then 1 end),"
                                + " count(case when retries_ > 0 and duedate_ > ? then 1 end), count(case when retries_ = 0 then 1 end)"
                                + " from act_ru_job group by deployment_id_")
                .params(Date.from(clock.instant()), Date.from(clock.instant()))
                .query(row -> {
                    String deployment = row.getString(1);
                    String module = deployment == null
                            ? "none"
                            : modules.ofDeployment(deployment)
                                    .map(ModuleId::name)
                                    .orElse("none");
                    long[] sums = byModule.computeIfAbsent(module, name -> new long[3]);
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += row.getLong(i + 2);
                    }
                });
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        byModule.forEach((module, sums) -> {
            rows.add(row(sums[0], "module", module, "state", "due"));
            rows.add(row(sums[1], "module", module, "state", "later"));
            rows.add(row(sums[2], "module", module, "state", "failed"));
        });
        jobs.register(rows, true);
    }

    private void incidents() {
        long open = jdbc.sql("select count(*) from act_ru_incident i where i.cause_incident_id_ = i.id_")
                .query(Long.class)
                .single();
        incidents.register(List.of(row(open)), true);
    }

    private void reports() {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("select count(*), count(case when due_on >= ? and pressing_on <= ? then 1 end),"
                        + " count(case when due_on < ? then 1 end) from muniflow.report"
                        + " where state in ('OPEN', 'TAKEN', 'SIGNED')")
                .params(today, today, today)
                .query(row -> {
                    reports.register(
                            List.of(
                                    row(row.getLong(1), "state", "owed"),
                                    row(row.getLong(2), "state", "due-soon"),
                                    row(row.getLong(3), "state", "late")),
                            true);
                });
    }

    private void states() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (ModuleState state : modules.states()) {
            rows.add(row(
                    1,
                    "module",
                    state.name(),
                    "version",
                    state.id().version(),
                    "state",
                    state.state().name()));
        }
        states.register(rows, true);
    }

    private static MultiGauge.Row<?> row(long value, String... tags) {
        return MultiGauge.Row.of(Tags.of(tags), value);
    }
}
