package org.muniflow.kernel;

import java.util.ArrayList;
import java.util.Map;

/** A small department for tests: one process, one delegate, one guard, one table. */
public final class PermitModule {

    private PermitModule() {}

    /** What a case begins with that goes through to its task. */
    public static final Map<String, Object> CASE = Map.of(
            "receivedOn",
            "2026-03-02",
            "fee",
            "1",
            "kind",
            "SMALL",
            "tags",
            new ArrayList<>(),
            "urgent",
            false,
            "pages",
            1);

    public static final String MODULE = """
            package permits;
            import org.muniflow.api.module.*;
            public final class PermitsModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Permits").include(part -> part
                        .process(new ProcessDeclaration("permit", "PRM", "Permit", null, null))
                        .components(WeighApplication.class, FormComplete.class)
                        .team("permit-clerk", "Permit clerks")
                        .grant("permit-clerk", "permit", Declaration.Right.READ, Declaration.Right.WORK));
                }
            }
            """;

    public static final String DELEGATE = """
            package permits;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.List;
            import org.jspecify.annotations.Nullable;
            import org.muniflow.api.delegate.*;
            import org.springframework.jdbc.core.simple.JdbcClient;
            /** Weighs an application. */
            @Offered(title = "Weigh application", cites = "KCMO Code § 3-461(o)")
            final class WeighApplication implements Delegate<WeighApplication.Asked, WeighApplication.Weighed> {
                enum Kind { SMALL, LARGE }
                enum Trouble { TOO_HEAVY }
                record Asked(LocalDate receivedOn, BigDecimal fee, Kind kind, List<String> tags, boolean urgent,
                    int pages, @Nullable Long weight) {}
                record Weighed(LocalDate dueOn, BigDecimal doubleFee, Kind found, List<String> seen, int stored,
                    String actor, @Nullable String remark) {}
                private final JdbcClient jdbc;
                WeighApplication(JdbcClient jdbc) { this.jdbc = jdbc; }
                @Override public Weighed execute(Asked asked, CaseContext context) {
                    if (asked.weight() != null && asked.weight() > 100) {
                        throw new BusinessError(Trouble.TOO_HEAVY, "Heavier than 100");
                    }
                    jdbc.sql("insert into permit_office.weighing (case_number) values (?)")
                        .param(context.caseNumber()).update();
                    int stored = jdbc.sql("select count(*) from permit_office.weighing").query(Integer.class).single();
                    return new Weighed(asked.receivedOn().plusDays(10), asked.fee().add(asked.fee()),
                        asked.pages() > 10 ? Kind.LARGE : asked.kind(), asked.tags(), stored,
                        String.valueOf(context.actor()), null);
                }
            }
            """;

    public static final String GUARD = """
            package permits;
            import java.util.List;
            import org.jspecify.annotations.Nullable;
            import org.muniflow.api.delegate.*;
            /** Looks whether the form is complete. */
            @Offered(title = "Form complete")
            final class FormComplete implements TaskGuard<FormComplete.Form> {
                record Form(@Nullable Boolean signed) {}
                @Override public List<String> problems(Form form, CaseContext context) {
                    return Boolean.TRUE.equals(form.signed()) ? List.of()
                        : List.of("The form is not signed; tick 'signed' in " + context.elementId() + ".");
                }
            }
            """;

    public static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <error id="error_tooHeavy" errorCode="TOO_HEAVY" name="Too heavy"/>
              <process id="permit" name="Permit" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <documentation>KCMO Code § 3-461(o)</documentation>
                <startEvent id="startEvent_received" name="Application received"/>
                <sequenceFlow id="f1" sourceRef="startEvent_received" targetRef="serviceTask_weighApplication"/>
                <serviceTask id="serviceTask_weighApplication" name="Weigh application"
                    camunda:delegateExpression="${weighApplication}">
                  <extensionElements><camunda:properties>
                    <camunda:property name="cites" value="KCMO Code § 3-461(o)"/>
                  </camunda:properties></extensionElements>
                </serviceTask>
                <boundaryEvent id="boundaryEvent_tooHeavy" name="Too heavy"
                    attachedToRef="serviceTask_weighApplication">
                  <errorEventDefinition errorRef="error_tooHeavy"/>
                </boundaryEvent>
                <sequenceFlow id="f4" sourceRef="boundaryEvent_tooHeavy" targetRef="endEvent_refused"/>
                <endEvent id="endEvent_refused" name="Refused"/>
                <sequenceFlow id="f2" sourceRef="serviceTask_weighApplication" targetRef="userTask_checkForm"/>
                <userTask id="userTask_checkForm" name="Check form" camunda:candidateGroups="permit-clerk">
                  <extensionElements><camunda:properties>
                    <camunda:property name="guard" value="formComplete"/>
                  </camunda:properties></extensionElements>
                </userTask>
                <sequenceFlow id="f3" sourceRef="userTask_checkForm" targetRef="endEvent_issued"/>
                <endEvent id="endEvent_issued" name="Issued"/>
              </process>
            </definitions>
            """;

    /** A complete, valid jar. */
    public static ModulePack pack() {
        return ModulePack.named("permit-office", "1.0.0")
                .manifest("Provide-Process", "permit")
                .manifest("Module-Class", "permits.PermitsModule")
                .java(MODULE)
                .java(DELEGATE)
                .java(GUARD)
                .file("bpmn/permit.bpmn", BPMN)
                .file("letters/permit.html", "<p>Permit</p>")
                .file(
                        "db/migration/V1__weighing.sql",
                        "create table permit_office.weighing (case_number varchar(40) not null);");
    }
}
