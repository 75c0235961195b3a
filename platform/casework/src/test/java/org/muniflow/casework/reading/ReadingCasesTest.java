package org.muniflow.casework.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.Database;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppealCases
class ReadingCasesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcOperations connections;

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aReadingMatteredWhereItsClockRanAndOnlyCasesThatMayBeReadAreShown() {
        Appeals appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
        String number = appeals.filed("2026-02-27");
        ReadingCases mattered = new ReadingCases(jdbc, connections);
        Reading reading = reading(List.of(), List.of("C-106", "C-104"));
        assertThat(mattered.byClocks(reading, List.of("appeal", "certification"), "", 200)
                        .cases())
                .anyMatch(one -> one.caseNumber().equals(number) && one.how().equals("C-106"));
        assertThat(mattered.byClocks(reading, List.of("certification"), "", 10).cases())
                .isEmpty();
        assertThat(mattered.byClocks(reading, List.of(), "", 10).cases()).isEmpty();
        assertThat(mattered.byClocks(reading(List.of(), List.of("C-123")), List.of("appeal"), "", 10)
                        .cases())
                .isEmpty();
        String other = appeals.filed("2026-02-26");
        // The classes that share this database leave cases of their own.
        List<String> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            ReadingCases.Page one = mattered.byClocks(reading, List.of("appeal"), after, 1);
            one.cases().forEach(found -> all.add(found.caseNumber()));
            after = one.next();
        }
        assertThat(all).doesNotHaveDuplicates().contains(number, other);
    }

    @Test
    void aReadingMatteredWhereItsRuleDecidedEachCaseOnceTheLatestFirstAndPaged() throws Exception {
        DataSource source = Database.fresh();
        JdbcClient rows = JdbcClient.create(source);
        try (Connection connection = source.getConnection()) {
            new ReadingCaseIndex().migrate(new Migrating(connection));
        }
        for (String one : List.of("CERT-1 certification", "CERT-2 certification", "APPL-1 appeal", "HIRE-1 hiring")) {
            rows.sql("insert into muniflow.case_file (case_number, process_key, process_instance_id, record_id, title,"
                            + " received_on, state, started_at) values (?, ?, '', '', '', date '2026-03-02', 'OPEN',"
                            + " timestamp '2026-03-02 10:00:00')")
                    .params((Object[]) one.split(" "))
                    .update();
        }
        for (String one : List.of(
                "CERT-1/RULE/Rule R-221: MET.",
                "CERT-1/RULE/Rule R-221: NOT_MET.",
                "CERT-2/RULE/Rule R-221: MET (row 1).",
                "CERT-2/RULE/Rule R-2210: MET.",
                "APPL-1/RULE/Rule R-203: MET.",
                "HIRE-1/RULE/Rule R-221: MET.",
                "CERT-1/NOTE/Rule R-221: was spoken of.",
                "CERT-1/RULE/Table R-221: row 1 fired.")) {
            rows.sql("insert into muniflow.journal (case_number, kind, what, cites, written_at) values (?, ?, ?, '',"
                            + " timestamp '2026-03-02 10:00:00')")
                    .params((Object[]) one.split("/"))
                    .update();
        }
        ReadingCases mattered = new ReadingCases(rows, new JdbcTemplate(source));
        Reading reading = reading(List.of("R-203", "R-221"), List.of());
        List<String> readable = List.of("certification", "appeal");

        ReadingCases.Page first = mattered.byRules(reading, readable, "", 2);
        ReadingCases.Page second = mattered.byRules(reading, readable, String.valueOf(first.next()), 2);

        assertThat(first.cases())
                .extracting(ReadingCases.Mattered::caseNumber, ReadingCases.Mattered::how)
                .containsExactly(tuple("APPL-1", "Rule R-203: MET."), tuple("CERT-2", "Rule R-221: MET (row 1)."));
        assertThat(second.cases())
                .extracting(ReadingCases.Mattered::caseNumber, ReadingCases.Mattered::how)
                .containsExactly(tuple("CERT-1", "Rule R-221: NOT_MET."));
        assertThat(second.next()).isNull();
        assertThat(mattered.byRules(reading, List.of("hiring"), "", 2).cases())
                .extracting(ReadingCases.Mattered::caseNumber)
                .containsExactly("HIRE-1");
        assertThat(mattered.byRules(reading, List.of(), "", 2).cases()).isEmpty();
        assertThatThrownBy(() -> mattered.byRules(reading, readable, "soon", 2))
                .hasMessageContaining("begins at 'soon'");
        assertThatThrownBy(() -> mattered.byClocks(reading(List.of(), List.of("C-1")), readable, "a_b", 2))
                .hasMessageContaining("begins at 'a'");
    }

    private record Migrating(Connection connection) implements Context {

        @Override
        public Connection getConnection() {
            return connection;
        }

        @Override
        public Configuration getConfiguration() {
            throw new UnsupportedOperationException();
        }
    }

    private static Reading reading(List<String> rules, List<String> clocks) {
        return new Reading("A-01", "t", "q", "r", "KCMO Code § 3-461", null, rules, clocks, List.of());
    }
}
