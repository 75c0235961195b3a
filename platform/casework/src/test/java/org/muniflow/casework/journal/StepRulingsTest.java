package org.muniflow.casework.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniflow.casework.Database;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.PresentStep.Place;
import org.muniflow.kernel.spi.Ruling;
import org.muniflow.kernel.spi.Ruling.Fired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StepRulingsTest {

    private static final ModuleId MODULE = new ModuleId("civil-rights", "1.0.0");

    private final DataSource database = Database.fresh();
    private final JdbcTemplate writes = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final AtomicReference<Optional<Place>> place =
            new AtomicReference<>(Optional.of(new Place("CERT-2026-000001", "certification", "decide")));
    private final CaseJournal journal = new CaseJournal(
            writes::update,
            JdbcClient.create(database),
            new Nobody(),
            Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("America/Chicago")));
    private final StepRulings rulings = new StepRulings(journal, place::get);

    private static final class Nobody implements Actors {
        @Override
        public @Nullable String current() {
            return null;
        }

        @Override
        public <T extends @Nullable Object> T asPlatform(Supplier<T> work) {
            return work.get();
        }
    }

    private static Ruling table(String amount) {
        return new Ruling(
                MODULE,
                "appeal-route",
                "Route of an appeal",
                "",
                List.of(new Fired("row-3", "route: CITY", "§ 3-429(b)")),
                "",
                Map.of("amount", amount),
                null);
    }

    private List<JournalEntry> lines() {
        return journal.ofCase("CERT-2026-000001", 0, 1000);
    }

    @Test
    void rowsThatFiredAreWrittenWithInputsAndSections() {
        transaction.executeWithoutResult(status -> {
            rulings.ruled(table("5"));
            rulings.ruled(new Ruling(
                    MODULE,
                    "R-230",
                    "Do its people own 51 percent?",
                    "NOT_MET",
                    List.of(new Fired("OWNERSHIP_BELOW_51", "They own 50.99 percent.", "§ 3-421(a)")),
                    "§ 3-461(l)",
                    Map.of(
                            "receivedOn",
                            LocalDate.of(2026, 3, 2),
                            "holdings",
                            List.of(Map.of("percentOfAll", "50.99", "voting", true))),
                    null));
            rulings.ruled(new Ruling(
                    MODULE,
                    "R-210",
                    "Is it within the limit?",
                    "MET",
                    List.of(),
                    "§ 3-461(c)",
                    Map.of(),
                    "§ 3-461(p)"));
        });
        assertThat(lines())
                .extracting(line -> line.kind() + " " + line.what() + " " + line.cites() + " " + line.elementId())
                .containsExactly(
                        "RULE Table appeal-route: row-3 fired. § 3-429(b) decide",
                        "RULE Rule R-230: NOT_MET (OWNERSHIP_BELOW_51). § 3-421(a) decide",
                        "RULE Rule R-210: MET. § 3-461(c) decide");
        List<FiredRule> told = new CaseAccount(JdbcClient.create(database)).rules("CERT-2026-000001", 10);
        assertThat(told).extracting(FiredRule::rule).containsExactly("appeal-route", "R-230", "R-210");
        assertThat(told.get(0).title()).isEqualTo("Route of an appeal");
        assertThat(told.get(0).reasons()).containsExactly(new FiredRule.Why("row-3", "route: CITY", "§ 3-429(b)"));
        assertThat(told.get(1).outcome()).isEqualTo("Not met");
        assertThat(told.get(1).inputs())
                .contains(
                        new FiredRule.Input("Received on", "2026-03-02"),
                        new FiredRule.Input("Holdings, percent of all", "50.99"),
                        new FiredRule.Input("Holdings, voting", "yes"));
        assertThat(told.get(1).elementId()).isEqualTo("decide");
        assertThat(told.get(2).confidentialUnder()).isEqualTo("§ 3-461(p)");
        assertThat(told.get(2).cites()).isEqualTo("§ 3-461(c)");
    }

    @Test
    void whatWasAskedIsLeftOutWhereItIsTooLongAndTheAnswerIsNot() {
        transaction.executeWithoutResult(status -> rulings.ruled(table("5".repeat(30_000))));
        FiredRule told = new CaseAccount(JdbcClient.create(database))
                .rules("CERT-2026-000001", 10)
                .get(0);
        assertThat(told.inputsTooLong()).isTrue();
        assertThat(told.inputs()).isEmpty();
        assertThat(told.reasons()).hasSize(1);
    }

    @Test
    void theSameAnswerInOneStepIsWrittenOnceAndVeryManyLeaveTheFirst() {
        transaction.executeWithoutResult(status -> {
            rulings.ruled(table("5"));
            rulings.ruled(table("5"));
        });
        assertThat(lines()).hasSize(1);
        transaction.executeWithoutResult(status -> {
            for (int amount = 0; amount < 1000; amount++) {
                rulings.ruled(table(String.valueOf(amount)));
            }
        });
        assertThat(lines()).hasSize(51);
    }

    @Test
    void whatIsAskedOutsideOfAStepIsNoAct() {
        rulings.ruled(table("5"));
        place.set(Optional.empty());
        transaction.executeWithoutResult(status -> rulings.ruled(table("5")));
        assertThat(lines()).isEmpty();
    }
}
