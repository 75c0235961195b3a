package org.muniflow.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Two departments for tests of waiting. The desk's process {@code desk} calls the yard's process {@code yard}, which hauls in a
 * job, waits for a person, weighs in a job and ends; what is spoiled ends in an error that the desk catches. Hauling waits
 * for the {@link Gate}.
 */
public final class TwoOffices {

    private TwoOffices() {}

    /** Holds hauling up; modules see only the Java platform's classes of it. */
    public static final class Gate implements AutoCloseable {

        private static final String ENTERED = "yard.entered";
        private static final String OPEN = "yard.open";

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        public Gate() {
            System.getProperties().put(ENTERED, entered);
            System.getProperties().put(OPEN, open);
        }

        public void awaitEntered() throws InterruptedException {
            if (!entered.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody hauls");
            }
        }

        public void open() {
            open.countDown();
        }

        @Override
        public void close() {
            open();
            System.getProperties().remove(ENTERED);
            System.getProperties().remove(OPEN);
        }
    }

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <error id="error_spoiled" errorCode="SPOILED" name="Spoiled"/>
              <message id="message_hurry" name="hurry"/>
            """;

    public static final String YARD = HEAD + """
              <process id="yard" name="Yard" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <startEvent id="startEvent_called" camunda:asyncBefore="true"/>
                <sequenceFlow id="f1" sourceRef="startEvent_called" targetRef="serviceTask_haul"/>
                <serviceTask id="serviceTask_haul" name="Haul" camunda:delegateExpression="${haul}"/>
                <sequenceFlow id="f2" sourceRef="serviceTask_haul" targetRef="userTask_sign"/>
                <userTask id="userTask_sign" name="Sign"/>
                <sequenceFlow id="f3" sourceRef="userTask_sign" targetRef="serviceTask_weigh"/>
                <serviceTask id="serviceTask_weigh" name="Weigh" camunda:asyncBefore="true"
                    camunda:delegateExpression="${weigh}">
                  <extensionElements>
                    <camunda:failedJobRetryTimeCycle>R5/PT1H</camunda:failedJobRetryTimeCycle>
                  </extensionElements>
                </serviceTask>
                <sequenceFlow id="f4" sourceRef="serviceTask_weigh" targetRef="endEvent_done"/>
                <endEvent id="endEvent_done"/>
              </process>
            </definitions>
            """;

    public static final String DESK = HEAD + """
              <process id="desk" name="Desk" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <startEvent id="startEvent_asked"/>
                <sequenceFlow id="f1" sourceRef="startEvent_asked" targetRef="callActivity_yard"/>
                <callActivity id="callActivity_yard" name="Yard" calledElement="yard" camunda:asyncAfter="true">
                  <extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}"/>
                    <camunda:in source="spoiled" target="spoiled"/>
                  </extensionElements>
                </callActivity>
                <boundaryEvent id="boundaryEvent_spoiled" attachedToRef="callActivity_yard">
                  <errorEventDefinition errorRef="error_spoiled"/>
                </boundaryEvent>
                <sequenceFlow id="f4" sourceRef="boundaryEvent_spoiled" targetRef="endEvent_spoiled"/>
                <endEvent id="endEvent_spoiled"/>
                <sequenceFlow id="f2" sourceRef="callActivity_yard" targetRef="receiveTask_hurry"/>
                <receiveTask id="receiveTask_hurry" name="Hurry" messageRef="message_hurry"/>
                <sequenceFlow id="f3" sourceRef="receiveTask_hurry" targetRef="serviceTask_file"/>
                <serviceTask id="serviceTask_file" name="File" camunda:delegateExpression="${fileIt}"/>
                <sequenceFlow id="f5" sourceRef="serviceTask_file" targetRef="endEvent_filed"/>
                <endEvent id="endEvent_filed"/>
              </process>
            </definitions>
            """;

    private static String module(String process, String prefix, String delegates) {
        return """
            package offices;
            import org.muniflow.api.module.*;
            public final class Office implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.process(new ProcessDeclaration("%s", "%s", "Office", null, null)).components(%s);
                }
            }
            """.formatted(process, prefix, delegates);
    }

    private static final String HAUL = """
            package offices;
            import java.util.concurrent.CountDownLatch;
            import org.muniflow.api.delegate.*;
            /** Hauls. */
            @Offered(title = "Haul", cites = "KCMO Code § 3-461(o)")
            final class Haul implements Delegate<Nothing, Nothing> {
                @Override public Nothing execute(Nothing nothing, CaseContext context) {
                    if (System.getProperties().get("yard.entered") instanceof CountDownLatch entered) {
                        entered.countDown();
                        try {
                            ((CountDownLatch) System.getProperties().get("yard.open")).await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return Finished.well();
                }
            }
            final class Finished {
                static Nothing well() { return Nothing.NOTHING; }
            }
            """;

    private static final String WEIGH = """
            package offices;
            import org.jspecify.annotations.Nullable;
            import org.muniflow.api.delegate.*;
            /** Weighs. */
            @Offered(title = "Weigh", cites = "KCMO Code § 3-461(o)")
            final class Weigh implements Delegate<Weigh.Load, Nothing> {
                enum Trouble { SPOILED }
                record Load(@Nullable Boolean spoiled) {}
                @Override public Nothing execute(Load load, CaseContext context) {
                    if (Boolean.TRUE.equals(load.spoiled())) {
                        throw new BusinessError(Trouble.SPOILED, "Spoiled");
                    }
                    return Nothing.NOTHING;
                }
            }
            """;

    private static final String FILE = """
            package offices;
            import org.muniflow.api.delegate.*;
            /** Files. */
            @Offered(title = "File", cites = "KCMO Code § 3-461(o)")
            final class FileIt implements Delegate<Nothing, Nothing> {
                @Override public Nothing execute(Nothing nothing, CaseContext context) {
                    return Nothing.NOTHING;
                }
            }
            """;

    /** The department that is called. */
    public static ModulePack yard() {
        return ModulePack.named("yard-office", "1.0.0")
                .manifest("Provide-Process", "yard")
                .manifest("Module-Class", "offices.Office")
                .java(module("yard", "YRD", "Haul.class, Weigh.class"))
                .java(HAUL)
                .java(WEIGH)
                .file("bpmn/yard.bpmn", YARD);
    }

    /** The department that calls. */
    public static ModulePack desk() {
        return ModulePack.named("desk-office", "1.0.0")
                .manifest("Provide-Process", "desk")
                .manifest("Require-Process", "yard")
                .manifest("Module-Class", "offices.Office")
                .java(module("desk", "DSK", "FileIt.class"))
                .java(FILE)
                .file("bpmn/desk.bpmn", DESK);
    }
}
