package org.muniflow.testkit;

import java.nio.file.Path;

/** A department whose case is one step that sends an e-mail and a certified letter, both shown in the portal inbox. */
final class LettersModule {

    static final String PROCESS = "word";
    static final String CLERKS = "letters-clerk";

    private static final String MODULE = """
            package letters;
            import org.muniflow.api.module.*;
            public final class LettersModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.title("Letters").process(new ProcessDeclaration("word", "WORD", "Word", null, null))
                        .team("letters-clerk", "Letters clerks")
                        .grant("letters-clerk", "word", Declaration.Right.READ, Declaration.Right.WORK,
                            Declaration.Right.START, Declaration.Right.CORRECT)
                        .components(SendWord.class);
                }
            }
            """;

    private static final String DELEGATE = """
            package letters;
            import java.util.List;
            import java.util.Map;
            import org.muniflow.api.casework.*;
            import org.muniflow.api.casework.Notice.*;
            import org.muniflow.api.delegate.*;
            /** Sends word. */
            @Offered(title = "Send word", cites = "KCMO Code § 3-461(o)")
            final class SendWord implements Delegate<SendWord.In, Nothing> {
                record In(String firm, String language) {}
                private final Notices notices;
                SendWord(Notices notices) { this.notices = notices; }
                @Override public Nothing execute(In in, CaseContext context) {
                    send(in, context, Channel.ELECTRONIC);
                    send(in, context, Channel.CERTIFIED_MAIL);
                    return Nothing.NOTHING;
                }
                private void send(In in, CaseContext context, Channel channel) {
                    notices.send(new Notice(context.caseNumber(), "word", "A word", channel,
                        new Addressee(in.firm(), List.of("100 Sample Street", "Kansas City, MO 64106"),
                            "owner@firm.example", context.caseNumber()),
                        Map.of("firm", in.firm()), "KCMO Code § 3-461(o)",
                        channel == Channel.CERTIFIED_MAIL ? "L-1" : null, in.language()));
                }
            }
            """;

    private static final String LETTER = """
            <!--
            data:
              firm  text  the firm
            -->
            <!DOCTYPE html>
            <html lang="en" xmlns:th="http://www.thymeleaf.org">
            <head><title>A word</title></head>
            <body><p>A word to <strong th:text="${firm}">Sample Firm LLC</strong>.</p></body>
            </html>
            """;

    private static final String SPANISH = LETTER.replace("lang=\"en\"", "lang=\"es\"")
            .replace("<title>A word", "<title>Una palabra")
            .replace("<p>A word to", "<p>Una palabra para");

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <process id="word" name="Word" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <documentation>KCMO Code § 3-461(o)</documentation>
                <startEvent id="startEvent_begun" name="Begun"/>
                <sequenceFlow id="f1" sourceRef="startEvent_begun" targetRef="serviceTask_send"/>
                <serviceTask id="serviceTask_send" name="Send word" camunda:asyncBefore="true"
                    camunda:delegateExpression="${sendWord}">
                  <extensionElements><camunda:properties>
                    <camunda:property name="cites" value="KCMO Code § 3-461(o)"/>
                  </camunda:properties></extensionElements>
                </serviceTask>
                <sequenceFlow id="f2" sourceRef="serviceTask_send" targetRef="endEvent_sent"/>
                <endEvent id="endEvent_sent" name="Sent"/>
              </process>
            </definitions>
            """;

    private LettersModule() {}

    /** Returns the variables that start a case, as the engine's REST interface takes them. */
    static String variables(String language) {
        return "{\"variables\":{\"firm\":{\"value\":\"Sample Firm LLC\",\"type\":\"String\"},\"language\":{\"value\":\""
                + language + "\",\"type\":\"String\"}}}";
    }

    /** Packs the department. */
    static Path jar(Path folder) {
        return SourceJar.of("letters-office", "1.0.0", PROCESS)
                .java("letters/LettersModule", MODULE)
                .java("letters/SendWord", DELEGATE)
                .file("bpmn/word.bpmn", MODEL)
                .file("letters/word.html", LETTER)
                .file("letters/word.es.html", SPANISH)
                .into(folder);
    }
}
