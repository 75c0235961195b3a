package org.muniflow.testkit;

import java.nio.file.Path;

/**
 * A department whose cases take two steps on the job executor, each in a transaction of its own that writes one row and takes
 * its time in the database.
 */
final class StepsModule {

    static final String NAME = "steps-office";

    private static final String MODULE = """
            package steps;
            import org.muniflow.api.module.*;
            public final class StepsModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Steps").process(new ProcessDeclaration("PROCESS", "STEP", "Steps", null, null))
                        .components(TakeStep.class);
                }
            }
            """;

    private static final String DELEGATE = """
            package steps;
            import org.muniflow.api.delegate.*;
            import org.springframework.jdbc.core.simple.JdbcClient;
            /** Takes a step. */
            @Offered(title = "Take step", cites = "KCMO Code § 3-461(o)")
            final class TakeStep implements Delegate<TakeStep.In, Nothing> {
                record In(int millis) {}
                private final JdbcClient jdbc;
                TakeStep(JdbcClient jdbc) { this.jdbc = jdbc; }
                @Override public Nothing execute(In in, CaseContext context) {
                    jdbc.sql("insert into steps_office.step (case_number, element, version) values (?, ?, 'VERSION')")
                        .params(context.caseNumber(), context.elementId()).update();
                    jdbc.sql("select pg_sleep(?)").param(in.millis() / 1000.0).query().singleRow();
                    return Nothing.NOTHING;
                }
            }
            """;

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <process id="PROCESS" name="Steps" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="VERSION">
                <documentation>KCMO Code § 3-461(o)</documentation>
                <startEvent id="startEvent_begun" name="Begun"/>
                <sequenceFlow id="f1" sourceRef="startEvent_begun" targetRef="serviceTask_first"/>
                <serviceTask id="serviceTask_first" name="First step" camunda:asyncBefore="true"
                    camunda:delegateExpression="${takeStep}">
                  <extensionElements><camunda:properties>
                    <camunda:property name="cites" value="KCMO Code § 3-461(o)"/>
                  </camunda:properties></extensionElements>
                </serviceTask>
                <sequenceFlow id="f2" sourceRef="serviceTask_first" targetRef="serviceTask_second"/>
                <serviceTask id="serviceTask_second" name="Second step" camunda:asyncBefore="true"
                    camunda:delegateExpression="${takeStep}">
                  <extensionElements><camunda:properties>
                    <camunda:property name="cites" value="KCMO Code § 3-461(o)"/>
                  </camunda:properties></extensionElements>
                </serviceTask>
                <sequenceFlow id="f3" sourceRef="serviceTask_second" targetRef="endEvent_taken"/>
                <endEvent id="endEvent_taken" name="Taken"/>
              </process>
            </definitions>
            """;

    private StepsModule() {}

    /** Packs the department. */
    static Path jar(Path folder, String version) {
        return jar(folder, NAME, version, "steps", "");
    }

    /** Packs it under another name, with another process, with something more in it. */
    static Path jar(Path folder, String name, String version, String process, String more) {
        return SourceJar.of(name, version, process)
                .java("steps/StepsModule", MODULE.replace("PROCESS", process))
                .java("steps/TakeStep", DELEGATE.replace("VERSION", version))
                .file(
                        "bpmn/" + process + ".bpmn",
                        MODEL.replace("PROCESS", process).replace("VERSION", version))
                .file(
                        "db/migration/V1__steps.sql",
                        "create table " + name.replace('-', '_')
                                + ".step (case_number varchar(40), element varchar(40), version varchar(20));")
                .file("about.txt", more)
                .into(folder);
    }
}
