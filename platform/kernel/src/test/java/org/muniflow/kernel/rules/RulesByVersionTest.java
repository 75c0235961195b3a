package org.muniflow.kernel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.api.law.Rule;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.kernel.engine.PermitsModule;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.RuleDescription;

/** Rules and decision tables while several versions of one module run beside each other. */
class RulesByVersionTest {

    private final Map<ModuleId, ActiveModule> running = new HashMap<>();
    private final ModuleTables tables =
            new ModuleTables(DmnEngineConfiguration.createDefaultDmnEngineConfiguration(), City::new, ruling -> {});
    private final RuleBook book = new RuleBook(ruling -> {});

    @Test
    void theVersionThatSpeaksAnswersWithItsOwnTable() {
        Version old = version("permits", "1.0.0", 10, "R-1");
        Version newer = version("permits", "2.0.0", 20, "R-1");
        speaks(old);
        assertThat(fee()).isEqualTo(10);
        start(newer);
        assertThat(fee()).as("started, but not speaking yet").isEqualTo(10);
        assertThat(describedBy()).isEqualTo("1.0.0");
        book.speaks(newer);
        assertThat(fee()).isEqualTo(20);
        assertThat(describedBy()).isEqualTo("2.0.0");
        assertThat(tables.of(old.id()).evaluate("fee", Map.of("size", 1)))
                .as("a component of 1.0.0 goes on with the table of its own jar")
                .containsExactly(Map.of("fee", 10));

        stop(newer);
        assertThat(fee()).as("the other one still runs").isEqualTo(10);
        book.speaks(old);
        assertThat(describedBy()).isEqualTo("1.0.0");
        stop(old);
        assertThat(book.list()).isEmpty();
        assertThatThrownBy(this::fee)
                .hasMessageContaining("No active module offers rule 'R-1'")
                .hasMessageContaining("start the module that offers it");
        assertThatThrownBy(() -> tables.of(old.id()).evaluate("fee", Map.of("size", 1)))
                .hasMessageContaining("Module permits 1.0.0 does not run");
    }

    @Test
    void anOlderVersionThatSpeaksAgainBringsItsRulesBack() {
        Version old = version("permits", "1.0.0", 10, "R-1");
        Version newer = version("permits", "2.0.0", 20, "R-1");
        speaks(old);
        speaks(newer);
        book.speaks(old);
        assertThat(fee()).isEqualTo(10);
        stop(newer);
        assertThat(fee()).isEqualTo(10);
    }

    @Test
    void aRuleThatTheSpeakingVersionHasDroppedIsAnsweredByTheNewestThatKnowsIt() {
        speaks(version("permits", "1.0.0", 10, "R-1", "R-2"));
        Version between = version("permits", "1.1.0", 11, "R-1", "R-2");
        speaks(between);
        speaks(version("permits", "2.0.0", 20, "R-1"));
        assertThat(book.list())
                .extracting(RuleDescription::id, RuleDescription::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("R-1", "2.0.0"),
                        org.assertj.core.groups.Tuple.tuple("R-2", "1.1.0"));
        assertThat(book.ask("R-2", Map.of("size", 1)).value()).isEqualTo(11);
        stop(between);
        assertThat(book.ask("R-2", Map.of("size", 1)).value()).isEqualTo(10);
    }

    @Test
    void aRuleIdBelongsToOneModuleAmongAllVersionsThatRun() {
        speaks(version("permits", "1.0.0", 10, "R-1", "R-2"));
        speaks(version("permits", "2.0.0", 20, "R-1"));
        List<String> problems = new ArrayList<>();
        book.check(version("permits", "3.0.0", 30, "R-1", "R-2"), problems::add);
        assertThat(problems).isEmpty();
        book.check(version("zoning", "1.0.0", 1, "R-2", "R-1", "R-3"), problems::add);
        assertThat(problems)
                .containsExactly(
                        "Rule R-2 is offered by module permits 1.0.0 already; rule ids are unique in the city.",
                        "Rule R-1 is offered by module permits 2.0.0 already; rule ids are unique in the city.");
    }

    private int fee() {
        return (Integer) book.ask("R-1", Map.of("size", 1)).value();
    }

    private String describedBy() {
        return book.find("R-1").orElseThrow().version();
    }

    private void start(Version module) {
        running.put(module.id(), module);
        tables.started(module);
        book.started(module);
    }

    private void speaks(Version module) {
        start(module);
        book.speaks(module);
    }

    private void stop(Version module) {
        running.remove(module.id());
        book.stopped(module);
        tables.stopped(module);
    }

    private Version version(String name, String version, int fee, String... ruleIds) {
        return new Version(new ModuleId(name, version), fee, tables, ruleIds);
    }

    record Site(int size) {}

    /** A rule behind which stands a table. */
    record Fee(String id, DecisionTables tables) implements Rule<Site, Integer> {

        @Override
        public String title() {
            return "Fee";
        }

        @Override
        public Citation cites() {
            return Citation.parse("KCMO Code § 1-1");
        }

        @Override
        public Class<Site> input() {
            return Site.class;
        }

        @Override
        public RuleOutcome<Integer> decide(Site site) {
            Object fee =
                    tables.evaluate("fee", Map.of("size", site.size())).get(0).get("fee");
            return RuleOutcome.of("SET", (Integer) fee);
        }
    }

    private static final class Version extends PermitsModule {

        private final ModuleId id;
        private final byte[] table;
        private final List<Fee> rules;

        Version(ModuleId id, int fee, ModuleTables tables, String... ruleIds) {
            this.id = id;
            this.table = """
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                      <decision id="fee" name="Fee"><decisionTable id="t" hitPolicy="FIRST">
                        <input id="i"><inputExpression id="e" typeRef="integer"><text>size</text></inputExpression></input>
                        <output id="o" name="fee" typeRef="integer"/>
                        <rule id="r"><inputEntry id="ie"><text></text></inputEntry>
                          <outputEntry id="oe"><text>%d</text></outputEntry></rule>
                      </decisionTable></decision>
                    </definitions>
                    """.formatted(fee).getBytes(StandardCharsets.UTF_8);
            this.rules = java.util.stream.Stream.of(ruleIds)
                    .map(ruleId -> new Fee(ruleId, tables.of(id)))
                    .toList();
        }

        @Override
        public String name() {
            return id.name();
        }

        @Override
        public String version() {
            return id.version();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> List<T> components(Class<T> type) {
            return type == Rule.class ? (List<T>) rules : List.of();
        }

        @Override
        public List<String> resources(String folder) {
            return List.of("bpmn/fee.dmn");
        }

        @Override
        public Optional<byte[]> resource(String path) {
            return path.equals("bpmn/fee.dmn") ? Optional.of(table) : Optional.empty();
        }
    }

    private final class City implements Modules {

        @Override
        public List<ActiveModule> active() {
            return List.copyOf(running.values());
        }

        @Override
        public Optional<ActiveModule> owner(String processKey) {
            return Optional.empty();
        }

        @Override
        public Optional<ActiveModule> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<ModuleState> states() {
            return List.of();
        }
    }
}
