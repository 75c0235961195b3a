package org.muniflow.testkit;

import java.nio.file.Path;

/**
 * A department that has 100 days to investigate a complaint about housing, and owes both parties written reasons when that is
 * impracticable (KCMO Code § 38-23(b)(5)).
 */
final class ReasonsModule {

    static final String NAME = "reasons-office";

    /** Who investigates, hears of a missed day, and writes the reasons. */
    static final String DIRECTOR = "reasons-office-director";

    private static final String MODULE = """
            package reasons;
            import org.muniflow.api.module.*;
            public final class ReasonsModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Reasons")
                        .team("reasons-office-director", "Director")
                        .process(new ProcessDeclaration("investigation", "INVE", "Investigation", null, null))
                        .process(new ProcessDeclaration("reasons", "REAS", "Written reasons", null, null))
                        .grant("reasons-office-director", "investigation", Declaration.Right.READ, Declaration.Right.WORK)
                        .grant("reasons-office-director", "reasons", Declaration.Right.READ, Declaration.Right.WORK)
                        .components(ReasonsStated.class, SendReasons.class);
                }
            }
            """;

    private static final String GUARD = """
            package reasons;
            import java.util.List;
            import org.jspecify.annotations.Nullable;
            import org.muniflow.api.casework.DraftedReasons;
            import org.muniflow.api.delegate.*;
            /** The letter says why. */
            @Offered(title = "Reasons stated", cites = "KCMO Code § 38-23(b)(5)")
            final class ReasonsStated implements TaskGuard<ReasonsStated.In> {
                record In(@Nullable String draftedReasons) {}
                @Override public List<String> problems(In in, CaseContext context) {
                    return DraftedReasons.isUnfinished(in.draftedReasons())
                        ? List.of("The letter does not say yet why it was impracticable to act in time; write it in the marked place.")
                        : List.of();
                }
            }
            """;

    private static final String DELEGATE = """
            package reasons;
            import java.util.List;
            import java.util.Map;
            import org.muniflow.api.casework.*;
            import org.muniflow.api.delegate.*;
            /** Sends the reasons to both parties. */
            @Offered(title = "Send reasons", cites = "KCMO Code § 38-23(b)(5)")
            final class SendReasons implements Delegate<SendReasons.In, Nothing> {
                record In(String missedCase, String draftedReasons) {}
                private final Notices notices;
                SendReasons(Notices notices) { this.notices = notices; }
                @Override public Nothing execute(In in, CaseContext context) {
                    for (String party : List.of("Doe", "Roe Homes")) {
                        notices.send(new Notice(context.caseNumber(), "reasons", "Written reasons: " + party, Notice.Channel.MAIL,
                            new Notice.Addressee(party, List.of("1 Main Street", "Kansas City, MO 64106"), null),
                            Map.of("missedCase", in.missedCase(), "reasons", in.draftedReasons()),
                            "KCMO Code § 38-23(b)(5)", null));
                    }
                    return Nothing.NOTHING;
                }
            }
            """;

    private static final String CLOCKS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="definitions_clocks" name="Clocks" namespace="http://muniflow.org/bpmn">
              <decision id="reasons-office-clocks" name="Clocks" camunda:historyTimeToLive="P365D" camunda:versionTag="1.0.0">
                <description>KCMO Code § 38-23(b)(5)</description>
                <decisionTable id="table_clocks" hitPolicy="COLLECT">
                  <input id="input_id" label="Clock"><inputExpression id="inputExpression_id" typeRef="string"><text>id</text></inputExpression></input>
                  <output id="output_title" name="title" typeRef="string"/>
                  <output id="output_kind" name="kind" typeRef="string"/>
                  <output id="output_amount" name="amount" typeRef="integer"/>
                  <output id="output_unit" name="unit" typeRef="string"/>
                  <output id="output_escalationGroup" name="escalationGroup" typeRef="string"/>
                  <output id="output_onBreach" name="onBreach" typeRef="string"/>
                  <output id="output_explanation" name="explanation" typeRef="string"/>
                  <rule id="rule_T_305"><description>KCMO Code § 38-23(b)(5)</description><inputEntry id="id_T_305"><text>"T-305"</text></inputEntry>
                    <outputEntry id="title_T_305"><text>"Investigation complete"</text></outputEntry>
                    <outputEntry id="kind_T_305"><text>"FORWARD"</text></outputEntry>
                    <outputEntry id="amount_T_305"><text>100</text></outputEntry>
                    <outputEntry id="unit_T_305"><text>"CALENDAR_DAYS"</text></outputEntry>
                    <outputEntry id="escalationGroup_T_305"><text>"reasons-office-director"</text></outputEntry>
                    <outputEntry id="onBreach_T_305"><text>"reasons"</text></outputEntry>
                    <outputEntry id="explanation_T_305"><text>"Counted from the receipt of the complaint."</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String INVESTIGATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <process id="investigation" name="Investigation" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <documentation>KCMO Code § 38-23(b)(5)</documentation>
                <startEvent id="startEvent_received" name="Complaint received"/>
                <sequenceFlow id="f1" sourceRef="startEvent_received" targetRef="userTask_investigate"/>
                <userTask id="userTask_investigate" name="Investigate" camunda:candidateGroups="reasons-office-director"
                    camunda:dueDate="${clocks.due('T-305', receivedOn)}">
                  <extensionElements><camunda:properties>
                    <camunda:property name="clock" value="T-305"/>
                    <camunda:property name="clockTrigger" value="receivedOn"/>
                    <camunda:property name="cites" value="KCMO Code § 38-23(b)(5)"/>
                  </camunda:properties></extensionElements>
                </userTask>
                <sequenceFlow id="f2" sourceRef="userTask_investigate" targetRef="endEvent_investigated"/>
                <endEvent id="endEvent_investigated" name="Investigated"/>
              </process>
            </definitions>
            """;

    private static final String REASONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <process id="reasons" name="Written reasons" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <documentation>KCMO Code § 38-23(b)(5)</documentation>
                <startEvent id="startEvent_missed" name="Last day missed"/>
                <sequenceFlow id="f1" sourceRef="startEvent_missed" targetRef="userTask_writeReasons"/>
                <userTask id="userTask_writeReasons" name="Write reasons to both parties"
                    camunda:candidateGroups="reasons-office-director" camunda:formRef="reasons" camunda:formRefBinding="deployment">
                  <extensionElements><camunda:properties>
                    <camunda:property name="guard" value="reasonsStated"/>
                    <camunda:property name="cites" value="KCMO Code § 38-23(b)(5)"/>
                  </camunda:properties></extensionElements>
                </userTask>
                <sequenceFlow id="f2" sourceRef="userTask_writeReasons" targetRef="serviceTask_sendReasons"/>
                <serviceTask id="serviceTask_sendReasons" name="Send reasons" camunda:delegateExpression="${sendReasons}">
                  <extensionElements><camunda:properties>
                    <camunda:property name="cites" value="KCMO Code § 38-23(b)(5)"/>
                  </camunda:properties></extensionElements>
                </serviceTask>
                <sequenceFlow id="f3" sourceRef="serviceTask_sendReasons" targetRef="endEvent_sent"/>
                <endEvent id="endEvent_sent" name="Reasons sent"/>
              </process>
            </definitions>
            """;

    private static final String FORM = """
            {"type": "default", "id": "reasons", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [
              {"type": "textarea", "id": "field_draftedReasons", "key": "draftedReasons", "label": "Letter to both parties",
               "description": "Drafted from the clock. Replace the place in brackets.",
               "validate": {"required": true, "maxLength": 3900}}]}
            """;

    private static final String LETTER = """
            <!--
            data:
              missedCase  text  the case in which a last day was missed
              reasons     text  why
            -->
            <!DOCTYPE html>
            <html lang="en" xmlns:th="http://www.thymeleaf.org">
            <head><title>Why the city could not act in time</title></head>
            <body>
              <p>The city owes you its reasons in case <strong th:text="${missedCase}">INVE-2026-000001</strong>.</p>
              <p th:text="${reasons}">Because.</p>
            </body>
            </html>
            """;

    private ReasonsModule() {}

    /** Packs the department. */
    static Path jar(Path folder) {
        return SourceJar.of(NAME, "1.0.0", "investigation,reasons")
                .java("reasons/ReasonsModule", MODULE)
                .java("reasons/ReasonsStated", GUARD)
                .java("reasons/SendReasons", DELEGATE)
                .file("bpmn/investigation.bpmn", INVESTIGATION)
                .file("bpmn/reasons.bpmn", REASONS)
                .file("bpmn/reasons.form", FORM)
                .file("bpmn/reasons-office-clocks.dmn", CLOCKS)
                .file("letters/reasons.html", LETTER)
                .into(folder);
    }
}
