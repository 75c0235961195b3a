package org.muniflow.kernel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniflow.kernel.guard.ModelKey.Kind;

/** Whose a deployment is, and how modules may call each other. */
class OwnershipTest {

    private static final City.Offers REFUNDS = offers("refunds", Set.of("refund", "appeal"), Set.of("records"));
    private static final City.Offers ARCHIVE = offers("archive", Set.of("records"), Set.of());
    private static final String CALL =
            "<callActivity id=\"call\" calledElement=\"records\" camunda:asyncAfter=\"true\"/>";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final TwoDepartments city = new TwoDepartments();

    @Test
    void theProcessSaysWhoseADeploymentIsAndNewFormsAndDecisionsComeWithIt() {
        process("refund", "");
        decision("brand-new");
        form("brand-new-too");
        assertThat(problems()).isEmpty();
    }

    @Test
    void withoutAProcessTheDecisionsSayIt() {
        decision("refund-fee");
        form("brand-new");
        assertThat(problems()).isEmpty();
    }

    @Test
    void withoutProcessAndDecisionTheFormsSayIt() {
        form("refund-form");
        assertThat(problems()).isEmpty();
    }

    @Test
    void unknownKeysAreRefused() {
        process("refund", "");
        process("unheard-of", "");
        assertThat(problems())
                .containsExactly(
                        "unheard-of.bpmn:3 unheard-of: No active module declares process 'unheard-of'. Declare it"
                                + " in its module, start that, or correct the id.");
        files.clear();
        decision("unheard-of");
        form("unheard-of");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("No active module has the decision 'unheard-of'. Deploy it together with the process");
        files.clear();
        form("unheard-of");
        assertThat(problems()).singleElement().asString().contains("No active module has the form 'unheard-of'.");
    }

    @Test
    void modelsOfTwoDepartmentsAreDeployedSeparately() {
        process("refund", "");
        process("records", "");
        form("records-form");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains(
                                "Process 'refund' belongs to module refunds, other models of this deployment to module"
                                        + " archive. Deploy them separately."))
                .hasSize(1);
        files.clear();
        process("refund", "");
        form("records-form");
        assertThat(problems())
                .containsExactly(
                        "records-form.form:0 records-form: Form 'records-form' belongs to module archive, other"
                                + " models of this deployment to module refunds. Deploy them separately.");
    }

    @Test
    void aJarIsJudgedByWhatItsOwnModuleDeclares() {
        city.publisher = REFUNDS;
        process("refund", "");
        process("unheard-of", "");
        form("records-form");
        assertThat(problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("No active module declares process 'unheard-of'"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("Form 'records-form' belongs to module archive already. Give yours another id."));
    }

    @Test
    void nothingIsPublishedForAModuleThatTakesNoNewCases() {
        city.takesCases = false;
        process("refund", "");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("No version of module refunds takes new cases now. Activate one, then deploy again.");
    }

    @Test
    void whatStandsInOneFileIsDeployedInOneFile() {
        city.together = Set.of(decisionKey("refund-fee"), decisionKey("refund-limit"));
        decision("refund-fee");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("In its module it stands in one file with decision 'refund-limit'. Deploy the whole file.");
    }

    @Test
    void aCallOfAnotherModulesProcessIsNamedInTheManifest() {
        process("refund", CALL);
        city.calleeStart = "<startEvent id=\"s\" camunda:asyncBefore=\"true\"/>";
        assertThat(problems()).isEmpty();
        city.refunds = offers("refunds", Set.of("refund", "appeal"), Set.of());
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("Process 'records' is another module's: name it in Require-Process in the manifest of module"
                        + " refunds.");
    }

    @Test
    void theCalledProcessBeginsWithAJob() {
        process("refund", CALL);
        city.calleeStart = "<startEvent id=\"s\"/>";
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("Process 'records' of module archive cannot be called yet: its start event needs"
                        + " camunda:asyncBefore=\"true\"");
    }

    @Test
    void aProcessThatOthersCallKeepsItsJobAtTheStart() {
        city.callers = Set.of("refunds");
        process("records", "");
        assertThat(problems())
                .containsExactly(
                        "records.bpmn:4 s: Module refunds calls this process: set camunda:asyncBefore=\"true\" on"
                                + " its start event, so that a call waits while this module is stopped.");
    }

    @Test
    void theModulesOwnProcessIsDeployedTogetherWithItsCaller() {
        process(
                "refund",
                "<callActivity id=\"call\" calledElement=\"appeal\" camunda:calledElementBinding=\"deployment\"/>");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("Process 'appeal' is the module's own, but not in this deployment")
                .contains("Deploy all the module's models together, or publish the changed ones.");
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() {
        process("unheard-of", "<scriptTask id=\"script\"/>");
        process("refund", CALL.replace(" camunda:asyncAfter=\"true\"", ""));
        assertThat(DeployGuard.check(files, city, all()))
                .extracting(Finding::file, Finding::rule)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("unheard-of.bpmn", "no-scripts"),
                        org.assertj.core.groups.Tuple.tuple("unheard-of.bpmn", "owned-models"),
                        org.assertj.core.groups.Tuple.tuple("refund.bpmn", "calls-between-modules"));
    }

    @Test
    void aChangedFileTakesThePlaceOfThatWithTheSameProcess() {
        process("refund", "");
        decision("refund-fee");
        Map<String, byte[]> before = new HashMap<>(files);
        files.clear();
        process("refund", "<task id=\"more\"/>");
        form("refund-form");
        byte[] changed = files.remove("refund.bpmn");
        files.put("diagram_1.bpmn", changed);

        Map<String, byte[]> all = ModelFiles.overlay(before, files);
        assertThat(all).containsOnlyKeys("refund.bpmn", "refund-fee.dmn", "refund-form.form");
        assertThat(all.get("refund.bpmn")).isEqualTo(changed);
        assertThat(ModelFiles.changed(all, before)).containsExactly("form 'refund-form'", "process 'refund'");
        assertThat(ModelFiles.changed(before, all)).containsExactly("process 'refund'");
    }

    private List<String> problems() {
        return DeployGuard.check(files, city, List.of(new OwnedModels(), new WholeFiles(), new CallsBetweenModules()))
                .stream()
                .map(finding ->
                        finding.file() + ":" + finding.line() + " " + finding.elementId() + ": " + finding.message())
                .toList();
    }

    private static List<ModelRule> all() {
        List<ModelRule> rules = new java.util.ArrayList<>(DeployRules.structure());
        rules.addAll(DeployRules.calls());
        return rules;
    }

    private void process(String key, String more) {
        files.put(key + ".bpmn", bpmn(key, "<startEvent id=\"s\"/>" + more));
    }

    private static byte[] bpmn(String key, String content) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="d">
                  <process id="%s" isExecutable="true">
                    %s
                  </process>
                </definitions>
                """.formatted(key, content).getBytes(StandardCharsets.UTF_8);
    }

    private void decision(String key) {
        files.put(key + ".dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="%s" name="d"/>
                </definitions>
                """.formatted(key).getBytes(StandardCharsets.UTF_8));
    }

    private void form(String key) {
        files.put(key + ".form", "{\"id\":\"%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8));
    }

    private static ModelKey decisionKey(String id) {
        return new ModelKey(Kind.DECISION, id);
    }

    private static City.Offers offers(String module, Set<String> processes, Set<String> requires) {
        return new City.Offers(module, processes, Set.of(), Set.of(), Optional.of(requires));
    }

    private static final class TwoDepartments implements City {

        private City.@Nullable Offers publisher;
        private City.Offers refunds = REFUNDS;
        private boolean takesCases = true;
        private Set<String> callers = Set.of();
        private Set<ModelKey> together = Set.of();
        private String calleeStart = "<startEvent id=\"s\" camunda:asyncBefore=\"true\"/>";

        @Override
        public Optional<Offers> owner(ModelKey key) {
            return switch (key.id()) {
                case "refund", "appeal", "refund-fee", "refund-limit", "refund-form" -> Optional.of(refunds);
                case "records", "records-form" -> Optional.of(ARCHIVE);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Offers> publisher() {
            return Optional.ofNullable(publisher);
        }

        @Override
        public boolean takesCases(Offers module) {
            return takesCases;
        }

        @Override
        public Optional<byte[]> model(String processKey) {
            return Optional.of(bpmn(processKey, calleeStart));
        }

        @Override
        public Set<String> callers(String processKey) {
            return processKey.equals("records") ? callers : Set.of();
        }

        @Override
        public Set<ModelKey> inOneFile(ModelKey key) {
            return together.contains(key) ? together : Set.of();
        }

        @Override
        public Set<String> expressionNames() {
            return Set.of("clocks");
        }
    }
}
