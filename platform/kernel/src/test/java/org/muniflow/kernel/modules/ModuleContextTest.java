package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PastOrPresent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

class ModuleContextTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T18:00:00Z"), ZoneId.of("America/Chicago"));

    record Facts(
            @DecimalMin("0.01") BigDecimal amount,
            @PastOrPresent LocalDate on,
            int pages) {}

    static final class Ledger {

        private final Clock clock;

        private Ledger(Clock clock) {
            this.clock = clock;
        }
    }

    static final class Greedy {

        Greedy(ApplicationContext context, javax.sql.DataSource everything) {
            throw new AssertionError(context + " " + everything);
        }
    }

    private static ModuleContext context() {
        ModuleContext context = new ModuleContext(ModuleContextTest.class.getClassLoader(), CLOCK);
        context.offer(Clock.class, CLOCK);
        return context;
    }

    @Test
    void aComponentWithAPrivateConstructorGetsWhatTheContextOffers() {
        try (ModuleContext context = context()) {
            context.start(List.of(Ledger.class));
            assertThat(context.components()).singleElement().satisfies(made -> assertThat(((Ledger) made).clock)
                    .isSameAs(CLOCK));
        }
    }

    @Test
    void aComponentThatWantsMoreIsRefused() {
        try (ModuleContext context = context()) {
            assertThatThrownBy(() -> context.start(List.of(Greedy.class)))
                    .hasMessageContaining("No qualifying bean of type 'javax.sql.DataSource'");
        }
    }

    @Test
    void jsonIsReadExactly() throws JsonProcessingException {
        try (ModuleContext context = context()) {
            ObjectMapper json = context.json();
            Facts facts = json.readValue("{\"amount\":\"12.50\",\"on\":\"2026-03-02\",\"pages\":3}", Facts.class);
            assertThat(facts).isEqualTo(new Facts(new BigDecimal("12.50"), LocalDate.of(2026, 3, 2), 3));
            assertThat(json.writeValueAsString(facts))
                    .isEqualTo("{\"amount\":12.50,\"on\":\"2026-03-02\",\"pages\":3}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pages\":null}",
                "{\"pages\":\"3\"}",
                "{\"pages\":3.7}",
                "{\"pages\":3,\"more\":1}",
                "{\"pages\":3,\"pages\":4}",
                "{\"pages\":3,\"on\":\"2026-02-30\"}",
                "{\"pages\":3,\"on\":20000}",
                "{\"pages\":3} x"
            })
    void looseJsonIsRefused(String text) {
        try (ModuleContext context = context()) {
            assertThatThrownBy(() -> context.json().readValue(text, Facts.class))
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void theValidatorUsesTheCitysClockAndSpeaksPlainly() {
        try (ModuleContext context = context()) {
            assertThat(context.validator().validate(new Facts(BigDecimal.ZERO, LocalDate.of(2026, 3, 3), 1)))
                    .extracting(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .containsExactlyInAnyOrder(
                            "amount must be greater than or equal to 0.01",
                            "on must be a date in the past or in the present");
        }
    }
}
