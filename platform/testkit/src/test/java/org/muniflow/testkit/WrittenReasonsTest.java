package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.DraftedReasons;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.testkit.Person.Answer;

/** A missed last day for which the law asks for written reasons: the task, the drafted letter, and both letters sent. */
@Tag("engine")
class WrittenReasonsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
    private static final String WRITE = "userTask_writeReasons";

    @TempDir
    private Path folder;

    private City city;
    private Person dora;

    @BeforeEach
    void open() {
        city = City.opening()
                .on(Database.ofRun())
                .in(folder.resolve("data"))
                .with("muniflow.clocks.first-sweep-after", "PT0.1S")
                .with("muniflow.clocks.sweep-every", "PT0.2S")
                .open();
        city.today(RECEIVED).install(ReasonsModule.jar(folder));
        dora = city.person("dora.director", ReasonsModule.DIRECTOR);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aMissedDayOpensTheTaskWithTheLetterDraftedAndAPersonStatesWhy() throws IOException {
        String missed = city.bean(Cases.class)
                .start("investigation", "complaint-9", "Doe v. Roe Homes", RECEIVED, Map.of("receivedOn", RECEIVED));
        city.today(LocalDate.of(2026, 6, 11));
        await().until(() -> written().size() == 1);
        Task task = written().get(0);
        String draft =
                String.valueOf(city.engine().getTaskService().getVariable(task.getId(), DraftedReasons.VARIABLE));
        assertThat(draft)
                .contains(missed, "Investigation complete", "Wednesday, June 10, 2026", "KCMO Code § 38-23(b)(5)")
                .contains("100 calendar days from Monday, March 2, 2026")
                .endsWith(DraftedReasons.PLACE);
        String number = number(task);
        // The form shows the draft, and the person's page of the case that was missed tells of the new one.
        assertThat(dora.get("/engine-rest/task/" + task.getId() + "/form-variables")
                        .json()
                        .path("draftedReasons")
                        .path("value")
                        .asText())
                .isEqualTo(draft);
        assertThat(dora.open("/cases/" + missed).page().text()).contains("Case " + number + " was opened");

        Answer unfinished = dora.complete(number, WRITE, Map.of("draftedReasons", draft));
        assertThat(unfinished.status()).isNotEqualTo(204);
        assertThat(unfinished.body()).contains("does not say yet why it was impracticable");
        String finished = draft.replace(
                DraftedReasons.PLACE, "Roe Homes changed hands twice. The investigation ends by July 15, 2026.");
        Answer sent = dora.complete(number, WRITE, Map.of("draftedReasons", finished));
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);

        assertThat(city.engine()
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getEndTime())
                .isNotNull();
        assertThat(city.bean(CaseJournal.class).ofCase(number, 0, 100))
                .extracting(line -> line.what())
                .anyMatch(line -> line.contains("Written reasons: Doe"))
                .anyMatch(line -> line.contains("Written reasons: Roe Homes"))
                .contains("Ended: Reasons sent.");
        String letter = dora.get("/api/cases/" + number + "/documents")
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(text(letter)).contains("Roe Homes changed hands twice").doesNotContain("[State here");

        // Once, however often nodes look.
        city.today(LocalDate.of(2026, 6, 20));
        await().during(Duration.ofSeconds(1)).until(() -> written().isEmpty());
    }

    private List<Task> written() {
        return city.engine()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(WRITE)
                .list();
    }

    private String number(Task task) {
        return city.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private String text(String documentId) throws IOException {
        DocumentStore store = city.bean(DocumentStore.class);
        try (InputStream pdf = store.open(store.find(documentId).orElseThrow().document());
                var document = Loader.loadPDF(pdf.readAllBytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
