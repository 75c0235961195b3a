package org.muniflow.kernel.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRulesTest {

    private static final byte[] CATALOGUE =
            "[{\"name\":\"payRefund\",\"kind\":\"delegate\"},{\"name\":\"claimRead\",\"kind\":\"guard\"}]"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String FORM =
            "{\"id\":\"check-claim\",\"type\":\"default\",\"components\":[{\"type\":\"checkbox\",\"key\":\"granted\"}]}";
    private static final String CLOCKS = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="Clocks" namespace="n">
              <decision id="refunds-clocks" name="Clocks" camunda:historyTimeToLive="P30D"><decisionTable id="t">
                <input id="in" label="id"><inputExpression id="ie"><text>id</text></inputExpression></input>
                <output id="o" name="kind"/>
                <rule id="r1"><inputEntry id="a"><text>"C-1"</text></inputEntry><outputEntry id="b"><text>"FORWARD"</text></outputEntry></rule>
                <rule id="r2"><inputEntry id="c"><text>"C-2"</text></inputEntry><outputEntry id="e"><text>"PERSON_SET"</text></outputEntry></rule>
              </decisionTable></decision></definitions>
            """;

    @Test
    void aSoundModelHasNoFindings() {
        assertThat(lint(sound()).findings()).isEmpty();
        assertThat(lint(sound()).warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("badSamples")
    void eachRuleFindsItsFault(String rule, String from, String to, String says) {
        Map<String, byte[]> files = sound();
        int changed = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            if (text.contains(from)) {
                file.setValue(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
                changed++;
            }
        }
        assertThat(changed).as("the sample contains: " + from).isPositive();
        assertThat(lint(files).findings())
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.message()).contains(says);
                })
                .allSatisfy(finding -> assertThat(finding.message()).endsWith("."));
    }

    static Stream<Arguments> badSamples() {
        String form = "\"components\":[";
        StringBuilder eleven = new StringBuilder(form);
        for (int i = 0; i < 10; i++) {
            eleven.append("{\"type\":\"textfield\",\"key\":\"k").append(i).append("\"},");
        }
        return Stream.of(
                arguments("readable", "</bpmn:definitions>", "</bpmn:defs>", "not well-formed XML"),
                arguments(
                        "no-scripts",
                        "<bpmn:endEvent id=\"endEvent_refused\"",
                        "<bpmn:scriptTask id=\"scriptTask_x\" name=\"Do it\" scriptFormat=\"groovy\"/><bpmn:endEvent id=\"endEvent_refused\"",
                        "script task"),
                arguments(
                        "no-scripts",
                        "xsi:type=\"bpmn:tFormalExpression\">${granted",
                        "language=\"groovy\">${granted",
                        "script language"),
                arguments(
                        "no-scripts",
                        "<inputEntry id=\"a\">",
                        "<inputEntry id=\"a\" expressionLanguage=\"javascript\">",
                        "FEEL"),
                arguments(
                        "no-classes",
                        "camunda:delegateExpression=\"${payRefund}\"",
                        "camunda:class=\"a.B\"",
                        "camunda:class"),
                arguments(
                        "no-connectors",
                        "<camunda:in source=\"payBy\" target=\"payBy\"/>",
                        "<camunda:connector/>",
                        "connector"),
                arguments(
                        "no-connectors",
                        "camunda:delegateExpression=\"${payRefund}\"",
                        "camunda:type=\"external\" camunda:topic=\"x\"",
                        "external"),
                arguments("allowed-expressions", "${granted == true", "${''.getClass() == true", "not allowed"),
                arguments(
                        "allowed-expressions",
                        "${granted == true",
                        "${execution.setVariable('a', 1) == true",
                        "execution.setVariable"),
                arguments("allowed-expressions", "${granted == true", "${runtimeService.x == true", "runtimeService.x"),
                arguments("allowed-expressions", "${granted == true", "${dateTime() == true", "dateTime(...)"),
                arguments("allowed-expressions", "claimedOn)}\"", "claimedOn)\"", "not closed"),
                arguments("showable-forms", "\"checkbox\"", "\"filepicker\"", "Documents tab"),
                arguments("showable-forms", "\"checkbox\"", "\"dynamiclist\"", "record page"),
                arguments("showable-forms", form, eleven.toString(), "11 fields"),
                arguments("showable-forms", "\"id\":\"check-claim\"", "\"id\":\"check\"", "not in this deployment"),
                arguments(
                        "showable-forms",
                        "camunda:formRef=\"check-claim\"",
                        "camunda:formKey=\"embedded:x\"",
                        "formKey"),
                arguments(
                        "kept-history",
                        " camunda:historyTimeToLive=\"P30D\">\n    <bpmn",
                        ">\n    <bpmn",
                        "historyTimeToLive is missing"),
                arguments(
                        "kept-history",
                        "name=\"Clocks\" camunda:historyTimeToLive=\"P30D\"",
                        "name=\"Clocks\"",
                        "historyTimeToLive is missing"),
                arguments("kept-history", " camunda:versionTag=\"1.0.0\"", "", "versionTag"),
                arguments(
                        "deployment-bindings",
                        "camunda:formRefBinding=\"deployment\"",
                        "camunda:formRefBinding=\"latest\"",
                        "formRefBinding"),
                arguments(
                        "deployment-bindings",
                        "calledElement=\"records\"",
                        "calledElement=\"refund\"",
                        "calledElementBinding"),
                arguments(
                        "deployment-bindings",
                        "calledElement=\"records\"",
                        "calledElement=\"${x}\"",
                        "must name a process"),
                arguments(
                        "deployment-bindings",
                        "camunda:delegateExpression=\"${payRefund}\"",
                        "camunda:decisionRef=\"fee\"",
                        "decisionRefBinding"),
                arguments(
                        "deployment-bindings",
                        "camunda:delegateExpression=\"${payRefund}\"",
                        "camunda:decisionRef=\"fee\" camunda:decisionRefBinding=\"deployment\"",
                        "not in this deployment"),
                arguments(
                        "calls-between-modules",
                        "calledElement=\"records\"",
                        "calledElement=\"records\" camunda:calledElementBinding=\"deployment\"",
                        "calledElementBinding to \"latest\""),
                arguments(
                        "calls-between-modules",
                        "calledElement=\"records\" camunda:asyncAfter=\"true\"",
                        "calledElement=\"records\"",
                        "camunda:asyncAfter=\"true\""),
                arguments(
                        "calls-between-modules",
                        "target=\"payBy\"/></bpmn:extensionElements>",
                        "target=\"payBy\"/></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics/>",
                        "each instance"),
                arguments(
                        "async-signals",
                        "<bpmn:endEvent id=\"endEvent_refunded\" name=\"Refund paid\"/>",
                        "<bpmn:endEvent id=\"endEvent_refunded\" name=\"Refund paid\"><bpmn:signalEventDefinition/></bpmn:endEvent>",
                        "camunda:async=\"true\" on the signal"),
                arguments(
                        "named-variables",
                        "<camunda:in source=\"payBy\" target=\"payBy\"/>",
                        "<camunda:in variables=\"all\"/>",
                        "Name each variable"),
                arguments("four-eyes", "value=\"userTask_checkClaim\"", "value=\"userTask_gone\"", "userTask_gone"),
                arguments("clock-properties", "name=\"clockTrigger\"", "name=\"trigger\"", "clockTrigger"),
                arguments("clock-properties", "name=\"clockDue\"", "name=\"due\"", "clockDue"),
                arguments("clock-properties", "name=\"clock\" value=\"C-1\"", "name=\"clock\" value=\"C-9\"", "C-9"),
                arguments("offered-names", "${payRefund}", "${payRefunds}", "did you mean payRefund?"),
                arguments("offered-names", " camunda:delegateExpression=\"${payRefund}\"", "", "calls nothing"),
                arguments("offered-names", "value=\"claimRead\"", "value=\"fileRead\"", "no guard 'fileRead'"),
                arguments("spoken-ids", "userTask_checkClaim", "Activity_023yrjd", "made by a machine"),
                arguments("spoken-ids", "userTask_checkClaim", "checkClaim", "does not read like"),
                arguments("spoken-names", "name=\"Check claim\"", "name=\"checking\"", "Verb noun"),
                arguments("spoken-names", "name=\"Refund refused\"", "name=\"\"", "no name"),
                arguments("asking-gateways", "name=\"Refund granted?\"", "name=\"Refund\"", "not a question"),
                arguments("asking-gateways", " default=\"flow_no\"", "", "no default"),
                arguments("asking-gateways", "name=\"yes\" ", "", "has no name"),
                arguments(
                        "one-process-per-file",
                        "<bpmn:process id=\"refund\"",
                        "<bpmn:process id=\"refunds\"",
                        "refunds.bpmn"),
                arguments("cited-law", "KCMO Code § 3-461(o).</bpmn:doc", "The code.</bpmn:doc", "cites no section"),
                arguments("cited-law", "name=\"cites\"", "name=\"law\"", "cites is missing"),
                arguments("cited-law", "value=\"KCMO Code § 3-461(o)\"", "value=\"the usual\"", "Not a citation"),
                arguments("drawn-diagram", "bpmnElement=\"userTask_checkClaim\"", "bpmnElement=\"x\"", "not drawn"),
                arguments("drawn-diagram", "bpmnElement=\"flow_paid\"", "bpmnElement=\"y\"", "flow is not drawn"),
                arguments("drawn-diagram", "<dc:Bounds x=\"", "<dc:Bounds x=\"-", "right to left"),
                arguments("dated-timers", "bpmn:timeDate", "bpmn:timeDuration", "timeDuration"));
    }

    @Test
    void aProcessThatNoModuleDeclaresIsRefused() {
        List<Finding> findings = DeployGuard.check(sound(), new NobodysCity(), DeployRules.calls());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("owned-models");
            assertThat(finding.elementId()).isEqualTo("refund");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isPositive();
        });
    }

    @Test
    void aMessageEventWithoutLawIsWarnedOf() {
        Map<String, byte[]> files = sound();
        files.computeIfPresent("refund.bpmn", (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace(
                        "name=\"Refund claimed\"/>",
                        "name=\"Refund claimed\"><bpmn:messageEventDefinition/></bpmn:startEvent>")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(lint(files).warnings()).extracting(Finding::elementId).containsExactly("startEvent_claimed");
    }

    @Test
    void expressionsOfTheCitysModelsAreAllowed() {
        for (String good : List.of(
                "${clocks.due('C-105', noticeReceivedOn)}",
                "#{execution.processBusinessKey}",
                "${decision == 'CERTIFY' && !barred}",
                "${empty reasons or reasons.size() > 2}",
                "${amount >= 10.5 ? 'HIGH' : 'LOW'}",
                "plain text")) {
            assertThat(Expressions.problem(good, Set.of("clocks"))).as(good).isEmpty();
        }
        for (String bad : List.of(
                "${''.class}",
                "${a['b']}",
                "${clocks.getClass()}",
                "${a = 1}",
                "${clocks.due('C-1', a).getClass()}",
                "${x -> x}",
                "${execution.processEngineServices}",
                "${a.b}",
                "${a; b}")) {
            assertThat(Expressions.problem(bad, Set.of("clocks"))).as(bad).isPresent();
        }
    }

    private static ModelLint lint(Map<String, byte[]> files) {
        return ModelLint.of(files, CATALOGUE);
    }

    private static Map<String, byte[]> sound() {
        Map<String, byte[]> files = new HashMap<>();
        try (var in = ModelRulesTest.class.getResourceAsStream("/lint/refund.bpmn")) {
            files.put("refund.bpmn", in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        files.put("check-claim.form", FORM.getBytes(StandardCharsets.UTF_8));
        files.put("refunds-clocks.dmn", CLOCKS.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static final class NobodysCity implements City {

        @Override
        public Optional<Offers> owner(ModelKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<Offers> publisher() {
            return Optional.empty();
        }

        @Override
        public boolean takesCases(Offers module) {
            return true;
        }

        @Override
        public Optional<byte[]> model(String processKey) {
            return Optional.empty();
        }

        @Override
        public Set<String> callers(String processKey) {
            return Set.of();
        }

        @Override
        public Set<ModelKey> inOneFile(ModelKey key) {
            return Set.of();
        }

        @Override
        public Set<String> expressionNames() {
            return Set.of("clocks");
        }
    }
}
