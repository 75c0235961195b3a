package org.muniflow.civilrights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniflow.civilrights.standing.PriorStanding;

final class DemoHistoryTest {

    private final Books books = new Books();

    @Test
    void theHistoryGivesTheSamplesTheirBarsAndLookBacks() throws IOException {
        try (InputStream file = DemoHistoryTest.class.getResourceAsStream("/demo/history.sql")) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String statement : sql.split(";")) {
                if (!statement.isBlank()) {
                    books.jdbc.sql(statement).update();
                }
            }
        }
        String barred = books.firms.byTaxId("90-1000006").orElseThrow().id();
        assertThat(books.past.of(barred, List.of()).withdrawals()).hasSize(1);
        PriorStanding past = books.past.of("nobody", List.of("Marcus Hollis", "Renata Solis"));
        assertThat(past.links()).hasSize(2);
        assertThat(past.links().get(0).graduations()).extracting("naics").containsExactly("ALL");
        assertThat(past.links().get(1).revocations()).extracting("forCause").containsExactly(true);
    }
}
