package org.muniflow.kernel;

import java.nio.charset.StandardCharsets;

/**
 * A department for tests of versions: its one delegate writes which version's code ran. The process {@code street} starts
 * by hand or by the message {@code streetAsked}; it stamps in a job, waits for a person, stamps in a job
 * again, calls the department's own process {@code survey}, and waits for a timer. {@code plowing} starts on a date.
 */
public final class StreetModule {

    private StreetModule() {}

    private static final String MODULE = """
            package streets;
            import org.muniflow.api.module.*;
            public final class StreetsModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Streets")
                        .process(new ProcessDeclaration("street", "STR", "Street", null, null))
                        .process(new ProcessDeclaration("survey", "SUR", "Survey", null, null))
                        .process(new ProcessDeclaration("plowing", "PLO", "Plowing", null, null))
                        .components(Stamp.class, Width.class, Closings.class)
                        .team("street-clerk", "Street clerks")
                        .grant("street-clerk", "street", Declaration.Right.READ, Declaration.Right.WORK);
                }
            }
            """;

    private static final String STAMP = """
            package streets;
            import org.muniflow.api.delegate.*;
            /** Stamps. */
            @Offered(title = "Stamp", cites = "KCMO Code § 3-461(o)")
            final class Stamp implements Delegate<Nothing, Stamp.Stamped> {
                record Stamped(String stampedBy) {}
                @Override public Stamped execute(Nothing nothing, CaseContext context) {
                    return new Stamped("VERSION");
                }
            }
            """;

    private static final String STREET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <message id="message_asked" name="streetAsked"/>
              <process id="street" name="Street" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="VERSION">
                <startEvent id="startEvent_filed" camunda:asyncBefore="true"/>
                <startEvent id="startEvent_asked">
                  <messageEventDefinition messageRef="message_asked"/>
                </startEvent>
                <sequenceFlow id="f1" sourceRef="startEvent_filed" targetRef="serviceTask_stamp"/>
                <sequenceFlow id="f2" sourceRef="startEvent_asked" targetRef="serviceTask_stamp"/>
                <serviceTask id="serviceTask_stamp" name="Stamp" camunda:asyncBefore="true"
                    camunda:delegateExpression="${stamp}"/>
                <sequenceFlow id="f4" sourceRef="serviceTask_stamp" targetRef="userTask_look"/>
                <userTask id="userTask_look" name="Look" camunda:candidateGroups="street-clerk"/>
                <sequenceFlow id="f5" sourceRef="userTask_look" targetRef="serviceTask_again"/>
                <serviceTask id="serviceTask_again" name="Again" camunda:asyncBefore="true"
                    camunda:delegateExpression="${stamp}"/>
                <sequenceFlow id="f6" sourceRef="serviceTask_again" targetRef="callActivity_survey"/>
                <callActivity id="callActivity_survey" name="Survey" calledElement="survey"
                    camunda:calledElementBinding="deployment">
                  <extensionElements><camunda:out source="stampedBy" target="surveyedBy"/></extensionElements>
                </callActivity>
                <sequenceFlow id="f7" sourceRef="callActivity_survey" targetRef="timer_wait"/>
                <intermediateCatchEvent id="timer_wait">
                  <timerEventDefinition><timeDate>2099-01-01T00:00:00Z</timeDate></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="f8" sourceRef="timer_wait" targetRef="endEvent_done"/>
                <endEvent id="endEvent_done"/>
              </process>
            </definitions>
            """;

    private static final String SURVEY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="s">
              <process id="survey" name="Survey" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="VERSION">
                <startEvent id="startEvent_called" camunda:asyncBefore="true"/>
                <sequenceFlow id="s1" sourceRef="startEvent_called" targetRef="serviceTask_measure"/>
                <serviceTask id="serviceTask_measure" name="Measure" camunda:delegateExpression="${stamp}"/>
                <sequenceFlow id="s2" sourceRef="serviceTask_measure" targetRef="endEvent_surveyed"/>
                <endEvent id="endEvent_surveyed"/>
              </process>
            </definitions>
            """;

    private static final String PLOWING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="p">
              <process id="plowing" name="Plowing" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="VERSION">
                <startEvent id="startEvent_dated">
                  <timerEventDefinition><timeDate>2099-01-01T00:00:00Z</timeDate></timerEventDefinition>
                </startEvent>
                <sequenceFlow id="p1" sourceRef="startEvent_dated" targetRef="serviceTask_plow"/>
                <serviceTask id="serviceTask_plow" name="Plow" camunda:delegateExpression="${stamp}"/>
                <sequenceFlow id="p2" sourceRef="serviceTask_plow" targetRef="endEvent_plowed"/>
                <endEvent id="endEvent_plowed"/>
              </process>
            </definitions>
            """;

    private static final String WIDTH = """
            package streets;
            import org.muniflow.api.law.*;
            /** Says whether a street is wide enough. */
            final class Width implements Rule<Width.Street, Boolean> {
                record Street(int feet) {}
                @Override public String id() { return "R-7"; }
                @Override public String title() { return "Width"; }
                @Override public Citation cites() { return Citation.parse("KCMO Code § 3-461(o)"); }
                @Override public Class<Street> input() { return Street.class; }
                @Override public RuleOutcome<Boolean> decide(Street street) {
                    return RuleOutcome.of("WIDE", street.feet() > 20);
                }
            }
            """;

    private static final String CLOSINGS = """
            package streets;
            import java.util.*;
            import org.muniflow.api.register.*;
            /** Streets that are closed. */
            final class Closings implements Register {
                @Override public String id() { return "street-closings"; }
                @Override public String title() { return "Closings"; }
                @Override public String cites() { return "KCMO Code § 3-461(o)"; }
                @Override public List<Column> columns() { return List.of(new Column("street", "Street")); }
                @Override public List<Filter> filters() { return List.of(); }
                @Override public Answer search(Question question) { return new Answer(List.of(), null, 0); }
            }
            """;

    /** A complete, valid jar of a version. */
    public static ModulePack pack(String version) {
        return pack(version, MODULE, "street, survey, plowing");
    }

    /** A version that does not offer rule R-7 any more. */
    public static ModulePack withoutRule(String version) {
        return pack(version, MODULE.replace(", Width.class", ""), "street, survey, plowing");
    }

    /** A version with one more process, {@code plain}, which begins in the caller's own transaction. */
    public static ModulePack withPlainProcess(String version) {
        String declared = MODULE.replace(
                ".components",
                ".process(new ProcessDeclaration(\"plain\", \"PLA\", \"Plain\", null, null)).components");
        return pack(version, declared, "street, survey, plowing, plain")
                .file(
                        "bpmn/plain.bpmn",
                        SURVEY.replace("VERSION", version)
                                .replace("id=\"survey\"", "id=\"plain\"")
                                .replace(" camunda:asyncBefore=\"true\"", ""));
    }

    /** The model of {@code survey} in version 1.0.0 with another name, to be published. */
    public static byte[] renamedSurvey() {
        return SURVEY.replace("VERSION", "1.0.0")
                .replace("name=\"Measure\"", "name=\"Measure the street\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ModulePack pack(String version, String module, String processes) {
        return ModulePack.named("street-office", version)
                .manifest("Provide-Process", processes)
                .manifest("Module-Class", "streets.StreetsModule")
                .java(module)
                .java(WIDTH)
                .java(CLOSINGS)
                .java(STAMP.replace("VERSION", version))
                .file("bpmn/street.bpmn", STREET.replace("VERSION", version))
                .file("bpmn/plowing.bpmn", PLOWING.replace("VERSION", version))
                .file("bpmn/survey.bpmn", SURVEY.replace("VERSION", version));
    }
}
