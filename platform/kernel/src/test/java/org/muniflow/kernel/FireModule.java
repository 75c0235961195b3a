package org.muniflow.kernel;

/** A department for tests of requirements: its process {@code alarm} may call another module's process. */
public final class FireModule {

    private FireModule() {}

    private static final String MODULE = """
            package fire;
            import org.muniflow.api.module.*;
            public final class FiresModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Fire").process(new ProcessDeclaration("alarm", "FIR", "Alarm", null, null));
                }
            }
            """;

    private static final String ALARM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <process id="alarm" name="Alarm" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <startEvent id="startEvent_rung" camunda:asyncBefore="true"/>
                <sequenceFlow id="f1" sourceRef="startEvent_rung" targetRef="step"/>
                STEP
                <sequenceFlow id="f2" sourceRef="step" targetRef="endEvent_out"/>
                <endEvent id="endEvent_out"/>
              </process>
            </definitions>
            """;

    /** A jar that requires nothing. */
    public static ModulePack alone(String version) {
        return pack(version, "<userTask id=\"step\" name=\"Extinguish\"/>");
    }

    /** A jar whose process calls another module's, and whose manifest says so. */
    public static ModulePack calling(String version, String process) {
        return pack(
                        version,
                        "<callActivity id=\"step\" name=\"Ask\" calledElement=\"" + process
                                + "\" camunda:asyncAfter=\"true\"/>")
                .manifest("Require-Process", process);
    }

    private static ModulePack pack(String version, String step) {
        return ModulePack.named("fire-office", version)
                .manifest("Provide-Process", "alarm")
                .manifest("Module-Class", "fire.FiresModule")
                .java(MODULE)
                .file("bpmn/alarm.bpmn", ALARM.replace("STEP", step));
    }
}
