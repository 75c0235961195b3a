package org.muniflow.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniflow.casework.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("engine")
class GapFreeNumbersTest {

    private static final ZoneId CITY = ZoneId.of("America/Chicago");

    private final DataSource database = Database.fresh();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);

    @Test
    void eachPrefixAndYearInTheCityHasItsOwnSeries() {
        // Half past eleven in the evening of 31 December in Chicago is already January in London.
        assertThat(next("2027-01-01T05:30:00Z", "CERT")).isEqualTo("CERT-2026-000001");
        assertThat(next("2027-01-01T05:40:00Z", "CERT")).isEqualTo("CERT-2026-000002");
        assertThat(next("2027-01-01T06:00:00Z", "CERT")).isEqualTo("CERT-2027-000001");
        assertThat(next("2027-01-01T06:00:00Z", "ELIG")).isEqualTo("ELIG-2027-000001");
    }

    @Test
    void aStepThatRollsBackGivesItsNumberBack() {
        GapFreeNumbers numbers = at("2026-03-02T15:00:00Z");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(numbers.next("CERT", "certification")).isEqualTo("CERT-2026-000001");
                    throw new IllegalStateException("the step fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(next("2026-03-02T15:00:00Z", "CERT")).isEqualTo("CERT-2026-000001");
    }

    @Test
    void concurrentCasesGetDifferentNumbersWithoutGaps() throws Exception {
        GapFreeNumbers numbers = at("2026-03-02T15:00:00Z");
        Set<String> given = new ConcurrentSkipListSet<>();
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> clerk = () -> {
                for (int i = 0; i < 25; i++) {
                    given.add(transaction.execute(status -> numbers.next("CERT", "certification")));
                }
                return null;
            };
            for (Future<Void> done :
                    clerks.invokeAll(IntStream.range(0, 8).mapToObj(i -> clerk).toList())) {
                done.get();
            }
        } finally {
            clerks.shutdownNow();
        }
        List<String> expected = IntStream.rangeClosed(1, 200)
                .mapToObj("CERT-2026-%06d"::formatted)
                .toList();
        assertThat(new TreeSet<>(given)).containsExactlyElementsOf(expected);
    }

    private String next(String now, String prefix) {
        return transaction.execute(status -> at(now).next(prefix, "certification"));
    }

    private GapFreeNumbers at(String now) {
        return new GapFreeNumbers(JdbcClient.create(database), transactions, Clock.fixed(Instant.parse(now), CITY));
    }
}
