package org.muniflow.kernel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.Rule;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.page.Rejected;
import org.muniflow.kernel.engine.PermitsModule;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;

class RuleBookTest {

    private static final Citation SECTION = Citation.parse("KCMO Code § 1-1");

    enum Use {
        HOME,
        SHOP
    }

    record Room(String name, @Min(1) int size) {}

    record Site(
            int size,
            Use use,
            LocalDate filedOn,
            BigDecimal cost,
            List<@Valid Room> rooms,
            @Nullable String note) {}

    record Fee(int amount, LocalDate due) {}

    /** A rule whose rows an analyst edits. */
    static final class PermitFee implements Rule<Site, Fee> {

        private final DecisionTables tables;

        PermitFee(DecisionTables tables) {
            this.tables = tables;
        }

        @Override
        public String id() {
            return "R-1";
        }

        @Override
        public String title() {
            return "Permit fee";
        }

        @Override
        public Citation cites() {
            return SECTION;
        }

        @Override
        public Class<Site> input() {
            return Site.class;
        }

        @Override
        public RuleOutcome<Fee> decide(Site site) {
            Map<String, Object> row =
                    tables.evaluate("permit-fee", Map.of("size", site.size())).get(0);
            return RuleOutcome.of(
                    "SET",
                    new Fee((Integer) row.get("fee"), site.filedOn().plusDays(30)),
                    new Reason("BY_SIZE", "The site has size " + site.size() + ".", (String) row.get("cites")));
        }
    }

    /** What rules of one department have in common. */
    abstract static class OfTheDepartment<I extends Record, O> implements Rule<I, O> {

        @Override
        public final Citation cites() {
            return SECTION;
        }
    }

    /** A rule that inherits and answers a list. */
    static final class FeesOfAll extends OfTheDepartment<Room, List<Fee>> {

        @Override
        public String id() {
            return "R-2";
        }

        @Override
        public String title() {
            return "Fees of all";
        }

        @Override
        public Class<Room> input() {
            return Room.class;
        }

        @Override
        public RuleOutcome<List<Fee>> decide(Room room) {
            return RuleOutcome.of("NONE", List.of());
        }
    }

    private final List<Rule<?, ?>> rules = new ArrayList<>();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final ActiveModule module = new PermitsModule() {
        @Override
        @SuppressWarnings("unchecked")
        public <T> List<T> components(Class<T> type) {
            return type == Rule.class ? (List<T>) rules : List.of();
        }

        @Override
        public ObjectMapper json() {
            return json;
        }
    };
    private final ModuleTables tables = new ModuleTables(
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration(),
            () -> new Running(List.of(module)),
            ruling -> {});
    private final RuleBook book = new RuleBook(ruling -> {});

    @BeforeEach
    void start() {
        rules.add(new PermitFee(tables.of(module.id())));
        tables.started(module);
        book.started(module);
    }

    @Test
    void aRuleAnswersJsonWithReasonsAndCitations() throws Exception {
        JsonNode answer = book.decide("R-1", json.readTree(sound()));
        assertThat(answer).isEqualTo(json.readTree("""
                                {"ruleId":"R-1","outcome":"SET","value":{"amount":200,"due":"2026-04-01"},
                                 "reasons":[{"code":"BY_SIZE","text":"The site has size 12.","cites":"KCMO Code § 1-1(b)"}],
                                 "cites":"KCMO Code § 1-1"}
                                """));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThatThrownBy(() -> book.decide("R-1", json.readTree("""
                                {"size":"big","use":"BARN","filedOn":"31.3.2026","rooms":[{"name":"a","size":1},{"name":"b","size":"x"}],
                                 "color":"red"}
                                """)))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                        .extracting(problem -> problem.field(), problem -> problem.message())
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(
                                        "color",
                                        "This field is unknown; the rule reads cost, filedOn, note, rooms, size, use."),
                                org.assertj.core.groups.Tuple.tuple(
                                        "size", "This value does not fit; give a whole number."),
                                org.assertj.core.groups.Tuple.tuple(
                                        "use", "This value does not fit; give one of HOME, SHOP."),
                                org.assertj.core.groups.Tuple.tuple(
                                        "filedOn", "This value does not fit; give a date such as 2026-03-31."),
                                org.assertj.core.groups.Tuple.tuple(
                                        "cost", "This field is missing; give a decimal number."),
                                org.assertj.core.groups.Tuple.tuple(
                                        "rooms[1].size", "This value does not fit; give a whole number.")));
    }

    @Test
    void constraintsAreReportedByTheirPath() {
        assertThatThrownBy(() -> book.decide("R-1", json.readTree(sound().replace("\"size\":3", "\"size\":0"))))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("rooms[0].size"))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                        .extracting(problem -> problem.message())
                        .containsExactly("This value must be greater than or equal to 1."));
    }

    @Test
    void modulesAskOneAnotherWithPlainValues() {
        RuleOutcome<Object> outcome = book.ask(
                "R-1",
                Map.of(
                        "size",
                        5,
                        "use",
                        "HOME",
                        "filedOn",
                        LocalDate.of(2026, 3, 2),
                        "cost",
                        new BigDecimal("10.50"),
                        "rooms",
                        List.of(Map.of("name", "a", "size", 1))));
        assertThat(outcome.value()).isEqualTo(Map.of("amount", 50, "due", "2026-04-01"));
        assertThatThrownBy(() -> book.ask("R-1", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R-1")
                .hasMessageContaining("filedOn: This field is missing");
        assertThatThrownBy(() -> book.ask("R-9", Map.of())).hasMessageContaining("No active module offers rule 'R-9'");
    }

    @Test
    void aRuleIsDescribedBySchemasThatArePlainJson() {
        var description = book.find("R-1").orElseThrow();
        assertThat(description.inputSchema().at("/properties/filedOn/format").asText())
                .isEqualTo("date");
        assertThat(description.inputSchema().at("/properties/use/enum")).hasSize(2);
        assertThat(description.inputSchema().at("/required").toString())
                .contains("size", "use", "cost", "rooms")
                .doesNotContain("note");
        assertThat(description.inputSchema().path("properties").fieldNames())
                .toIterable()
                .containsExactly("size", "use", "filedOn", "cost", "rooms", "note");
        assertThat(description.outputSchema().at("/properties/amount/type").asText())
                .isEqualTo("integer");
        assertThat(book.list()).extracting(each -> each.id()).containsExactly("R-1");
    }

    @Test
    void theSchemaOfAValueIsFoundThroughCommonSuperclasses() {
        rules.add(new FeesOfAll());
        book.started(module);
        JsonNode schema = book.find("R-2").orElseThrow().outputSchema();
        assertThat(schema.path("type").asText()).isEqualTo("array");
        assertThat(schema.at("/items/properties/due/format").asText()).isEqualTo("date");
    }

    @Test
    void anEmptyEntryOfAListIsNamed() {
        assertThatThrownBy(() -> book.decide(
                        "R-1",
                        json.readTree(
                                sound().replace("{\"name\":\"a\",\"size\":3}", "{\"name\":\"a\",\"size\":3},null"))))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.field()).isEqualTo("rooms[1]");
                            assertThat(problem.message()).contains("entry of the list is empty");
                        }));
    }

    @Test
    void aStoppedModulesRulesAreGone() {
        book.stopped(module);
        assertThat(book.list()).isEmpty();
    }

    @Test
    void anIdIsTakenOnceInTheCity() {
        rules.add(rules.get(0));
        List<String> problems = new ArrayList<>();
        book.check(module, problems::add);
        assertThat(problems).singleElement().asString().contains("Two rules have the id R-1");
    }

    @Test
    void tablesGiveTheirRowsWithTheSection() {
        DecisionTables permits = tables.of(module.id());
        assertThat(permits.evaluate("permit-fee", Map.of("size", 3)))
                .singleElement()
                .satisfies(row -> assertThat(row).containsOnly(entry("fee", 50), entry("cites", "KCMO Code § 1-1(a)")));
        assertThatThrownBy(() -> permits.evaluate("gone", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no decision table 'gone'");
    }

    private static String sound() {
        return """
                {"size":12,"use":"SHOP","filedOn":"2026-03-02","cost":"10.50","rooms":[{"name":"a","size":3}]}
                """;
    }

    /** A city of these versions. */
    private record Running(List<ActiveModule> versions) implements Modules {

        @Override
        public List<ActiveModule> active() {
            return versions;
        }

        @Override
        public Optional<ActiveModule> owner(String processKey) {
            return Optional.empty();
        }

        @Override
        public Optional<ActiveModule> find(String name) {
            return versions.stream().filter(one -> one.name().equals(name)).findFirst();
        }

        @Override
        public List<ModuleState> states() {
            return List.of();
        }
    }
}
