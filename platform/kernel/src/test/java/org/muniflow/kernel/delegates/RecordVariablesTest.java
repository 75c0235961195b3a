package org.muniflow.kernel.delegates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordVariablesTest {

    private static final Place PLACE = new Place("CERT-2026-000001", "certification", "serviceTask_checkStatus");

    enum Decision {
        CERTIFY,
        DENY
    }

    record All(
            String text,
            boolean flag,
            Boolean boxedFlag,
            int number,
            Integer boxedNumber,
            long big,
            Long boxedBig,
            BigDecimal money,
            LocalDate day,
            Decision decision,
            List<String> words) {}

    record Sparse(
            @Nullable String text,
            @Nullable LocalDate day,
            @Nullable List<String> words,
            @Nullable Decision decision) {}

    record Checked(int share) {
        Checked {
            if (share > 100) {
                throw new IllegalArgumentException("A share is at most 100");
            }
        }
    }

    record Unfit(Object anything, List<Integer> numbers, double amount) {}

    private static <R extends Record> RecordVariables<R> of(Class<R> type) {
        return RecordVariables.of(type, problem -> {
                    throw new AssertionError(problem);
                })
                .orElseThrow();
    }

    private static Map<String, Object> good() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("text", "Acme"),
                Map.entry("flag", true),
                Map.entry("boxedFlag", false),
                Map.entry("number", 7),
                Map.entry("boxedNumber", 8L),
                Map.entry("big", 9),
                Map.entry("boxedBig", 3_000_000_000L),
                Map.entry("money", "1E+3"),
                Map.entry("day", "2026-03-02"),
                Map.entry("decision", "DENY"),
                Map.entry("words", new ArrayList<>(List.of("a", "b")))));
    }

    @Test
    void everyTypeIsReadAndWrittenInItsPlainForm() {
        All read = of(All.class).read(good()::get, PLACE);
        assertThat(read.money()).isEqualByComparingTo("1000");
        assertThat(read.decision()).isEqualTo(Decision.DENY);
        assertThat(of(All.class).write(read, PLACE))
                .containsEntry("money", "1000")
                .containsEntry("day", "2026-03-02")
                .containsEntry("decision", "DENY")
                .containsEntry("boxedNumber", 8)
                .containsEntry("big", 9L)
                .containsEntry("words", new ArrayList<>(List.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource({
        "text, 1, text",
        "flag, true, true or false",
        "number, 7, a whole number",
        "money, twelve, a decimal number as text such as '12.50'",
        "day, 2026-02-30, a date as text such as '2026-03-02'",
        "decision, deny, 'one of [CERTIFY, DENY]'",
        "words, a, a list of texts"
    })
    void anIllTypedVariableIsRefusedWithoutItsValue(String name, String value, String needed) {
        Map<String, Object> variables = good();
        variables.put(name, name.equals("text") ? 1 : value);
        assertThatThrownBy(() -> of(All.class).read(variables::get, PLACE))
                .isInstanceOf(VariableMismatch.class)
                .hasMessageStartingWith("Variable '" + name + "' of case CERT-2026-000001 at"
                        + " 'serviceTask_checkStatus' (process certification) holds a ")
                .hasMessageEndingWith(" that is not " + needed + ", as All needs.");
    }

    @Test
    void aDoubleIsNoMoney() {
        Map<String, Object> variables = good();
        variables.put("money", 12.5d);
        assertThatThrownBy(() -> of(All.class).read(variables::get, PLACE)).hasMessageContaining("holds a Double");
    }

    @Test
    void onlyNullableComponentsMayBeMissing() {
        assertThat(of(Sparse.class).read(name -> null, PLACE)).isEqualTo(new Sparse(null, null, null, null));
        assertThat(of(Sparse.class).write(new Sparse(null, null, null, null), PLACE))
                .containsOnlyKeys("text", "day", "words", "decision")
                .allSatisfy((name, value) -> assertThat(value).isNull());
        assertThatThrownBy(() -> of(All.class).read(name -> null, PLACE))
                .hasMessageContaining("'text'")
                .hasMessageContaining("'words'")
                .hasMessageContaining("is missing; All needs true or false.");
    }

    @Test
    void anOutputThatIsNotNullableMustBeGiven() {
        All incomplete = new All("t", true, true, 1, 1, 1L, 1L, BigDecimal.ONE, null, Decision.DENY, List.of());
        assertThatThrownBy(() -> of(All.class).write(incomplete, PLACE))
                .hasMessageContaining("Output 'day' of case CERT-2026-000001")
                .hasMessageContaining("or mark the component @Nullable.");
    }

    @Test
    void aRecordsOwnCheckIsHeard() {
        assertThatThrownBy(() -> of(Checked.class).read(name -> 101, PLACE))
                .hasMessageContaining("do not make a Checked: A share is at most 100");
    }

    @Test
    void aTypeThatNoVariableCanHoldIsNamed() {
        List<String> problems = new ArrayList<>();
        assertThat(RecordVariables.of(Unfit.class, problems::add)).isEmpty();
        assertThat(problems).hasSize(3).anySatisfy(problem -> assertThat(problem)
                .startsWith("Component 'anything' of Unfit has type"));
    }
}
