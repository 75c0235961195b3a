package org.muniflow.testkit;

import java.nio.file.Path;

/**
 * A department whose cases wait for everything that somebody can send over REST: a person, a message, a signal, and a job that is
 * due long from now.
 */
final class WaitingModule {

    static final String NAME = "waiting-office";

    /** The group of those who sign. */
    static final String SIGNERS = "waiting-office-signer";

    private static final String MODULE = """
            package waiting;
            import org.muniflow.api.module.*;
            public final class WaitingModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Waiting")
                        .team("waiting-office-signer", "Signers")
                        .process(new ProcessDeclaration("waiting", "WAIT", "Waiting", null, null))
                        .grant("waiting-office-signer", "waiting", Declaration.Right.READ, Declaration.Right.WORK);
                }
            }
            """;

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <message id="message_paid" name="paid"/>
              <message id="message_asked" name="asked"/>
              <signal id="signal_closed" name="closed"/>
              <process id="waiting" name="Waiting" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <documentation>KCMO Code § 3-461(o)</documentation>
                <startEvent id="startEvent_begun" name="Begun"/>
                <sequenceFlow id="f0" sourceRef="startEvent_begun" targetRef="gateway_all"/>
                <startEvent id="startEvent_asked" name="Asked">
                  <messageEventDefinition messageRef="message_asked"/>
                </startEvent>
                <sequenceFlow id="fa" sourceRef="startEvent_asked" targetRef="endEvent_asked"/>
                <parallelGateway id="gateway_all" name="All"/>
                <sequenceFlow id="f1" sourceRef="gateway_all" targetRef="userTask_sign"/>
                <sequenceFlow id="f2" sourceRef="gateway_all" targetRef="receiveTask_paid"/>
                <sequenceFlow id="f3" sourceRef="gateway_all" targetRef="intermediateEvent_closed"/>
                <sequenceFlow id="f4" sourceRef="gateway_all" targetRef="intermediateEvent_year"/>
                <userTask id="userTask_sign" name="Sign" camunda:candidateGroups="waiting-office-signer"/>
                <receiveTask id="receiveTask_paid" name="Paid" messageRef="message_paid"/>
                <intermediateCatchEvent id="intermediateEvent_closed" name="Closed">
                  <signalEventDefinition signalRef="signal_closed"/>
                </intermediateCatchEvent>
                <intermediateCatchEvent id="intermediateEvent_year" name="A year">
                  <timerEventDefinition><timeDuration>P365D</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="f5" sourceRef="userTask_sign" targetRef="endEvent_signed"/>
                <sequenceFlow id="f6" sourceRef="receiveTask_paid" targetRef="endEvent_paid"/>
                <sequenceFlow id="f7" sourceRef="intermediateEvent_closed" targetRef="endEvent_closed"/>
                <sequenceFlow id="f8" sourceRef="intermediateEvent_year" targetRef="endEvent_year"/>
                <endEvent id="endEvent_asked" name="Answered"/>
                <endEvent id="endEvent_signed" name="Signed"/>
                <endEvent id="endEvent_paid" name="Paid"/>
                <endEvent id="endEvent_closed" name="Closed"/>
                <endEvent id="endEvent_year" name="A year over"/>
              </process>
            </definitions>
            """;

    private WaitingModule() {}

    /** Packs the department. */
    static Path jar(Path folder) {
        return SourceJar.of(NAME, "1.0.0", "waiting")
                .java("waiting/WaitingModule", MODULE)
                .file("bpmn/waiting.bpmn", MODEL)
                .into(folder);
    }
}
