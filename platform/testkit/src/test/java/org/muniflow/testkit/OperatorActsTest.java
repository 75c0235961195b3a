package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.springframework.web.util.UriComponentsBuilder;

/** Suspend, activate, migrate, move and restart: looked at first, confirmed with a reason, done case by case. */
@Tag("engine")
class OperatorActsTest {

    private static final String HERE = "/admin/cases";

    @TempDir
    private Path folder;

    private City city;

    @BeforeEach
    void open() {
        city = City.opening()
                .open()
                .install(SampleModule.version("1.0.0").into(folder))
                .today(LocalDate.of(2026, 3, 2));
    }

    @AfterEach
    void close() {
        city.close();
    }

    private Document page(String path) {
        Person.Answer answer = city.admin().open(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.page();
    }

    private SampleCase decidable() {
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();
        return begun;
    }

    private SampleCase granted() {
        SampleCase begun = decidable();
        Person.Answer done = begun.complete("userTask_decideRequest", Map.of("decision", "GRANT"));
        assertThat(done.status()).as(done.body()).isLessThan(300);
        return begun;
    }

    /** The address of the running cases of a version. */
    private String version(String tag) {
        return page(HERE).select("tbody tr").stream()
                .filter(row -> row.select("td").first().text().startsWith(tag))
                .map(row -> row.select("a").attr("href"))
                .findFirst()
                .orElseThrow();
    }

    /** Asks for the preview as the form does. */
    private String preview(String version, Map<String, String> asked) {
        String definition = page(version).select("input[name=definition]").attr("value");
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(HERE + "/preview").queryParam("definition", "{d}");
        asked.forEach(address::queryParam);
        return address.encode().buildAndExpand(definition).toUriString();
    }

    private Person.Answer confirm(String preview, String reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Element field :
                page(preview).select("form[action=" + HERE + "/act] input[type=hidden]:not([name=_csrf])")) {
            fields.merge(field.attr("name"), List.of(field.attr("value")), (one, other) -> {
                List<Object> both = new java.util.ArrayList<>((List<?>) one);
                both.addAll((List<?>) other);
                return both;
            });
        }
        fields.put("reason", reason);
        Person.Answer answer = city.admin().submit(preview, HERE + "/act", fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private List<String> notes(SampleCase of) {
        return city.bean(CaseJournal.class).ofCase(of.number(), 0, 100).stream()
                .filter(line -> line.kind() == JournalEntry.Kind.NOTE || line.kind() == JournalEntry.Kind.REOPENED)
                // What the portal gave to the applicant was nobody's act in the house.
                .filter(line -> line.actor() != null)
                .map(line -> line.actor() + ": " + line.what())
                .toList();
    }

    @Test
    void casesAreSuspendedAndActivatedForAReasonThatTheirJournalsTell() {
        SampleCase one = decidable();
        SampleCase other = decidable();
        String version = version("1.0.0");
        String suspend = preview(version, Map.of("act", "suspend", "which", "all"));

        Document shown = page(suspend);
        assertThat(shown.select("h1").text()).isEqualTo("Suspend 2 of 2 cases?");
        assertThat(shown.select("tbody tr").text()).contains(one.number(), other.number(), "Decide request");
        assertThat(confirm(suspend, " ").page().select(".usa-error-message").text())
                .contains("Say why");
        assertThat(notes(one)).isEmpty();

        Person.Answer done = confirm(suspend, "The ordinance is stayed by a court");

        assertThat(done.page().select(".usa-alert--success").text()).isEqualTo("'Suspend' is done to 2 cases.");
        assertThat(notes(one))
                .containsExactly("admin: An operator suspended the case: The ordinance is stayed by a court.");
        Person.Answer refused = one.complete("userTask_decideRequest", Map.of("decision", "GRANT"));
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(page(version).text()).contains("2 of them are suspended");

        confirm(preview(version, Map.of("act", "activate", "which", "all")), "The stay is lifted");
        assertThat(one.complete("userTask_decideRequest", Map.of("decision", "GRANT"))
                        .status())
                .isLessThan(300);
    }

    @Test
    void casesMoveToAnotherVersionAndThoseThatCannotSayWhy() {
        city.install(SampleModule.version("2.0.0").into(folder));
        SampleCase waits = decidable();
        SampleCase stands = SampleCase.requested(city, 40);
        city.runDueJobs();
        assertThat(stands.tasks()).containsExactly("userTask_inspectSite");
        String version = version("2.0.0");
        String target = page(version).select("select[name=target] option").stream()
                .filter(option -> option.text().startsWith("1.0.0"))
                .findFirst()
                .orElseThrow()
                .attr("value");
        String migrate = preview(version, Map.of("act", "migrate", "which", "all", "target", target));

        Document shown = page(migrate);
        assertThat(shown.select("h1").text()).isEqualTo("Migrate 1 of 2 cases?");
        assertThat(shown.select("main").text()).contains("Refused: It stands at Inspect site");
        Person.Answer done = confirm(migrate, "The inspection is suspended");

        assertThat(done.page().select(".usa-alert--success").text())
                .isEqualTo("'Migrate' is done to " + waits.number() + ".");
        assertThat(done.page().select(".usa-alert--error").text())
                .contains("refused for one case", stands.number(), "has no equal");
        assertThat(List.of(waits.version(), stands.version())).containsExactly("1.0.0", "2.0.0");
        assertThat(notes(waits))
                .hasSize(1)
                .first()
                .asString()
                .contains("from version 2.0.0", "to 1.0.0", "is suspended.");
        assertThat(notes(stands)).isEmpty();
        assertThat(waits.complete("userTask_decideRequest", Map.of("decision", "GRANT"))
                        .status())
                .isLessThan(300);
        assertThat(city.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(waits.number())
                        .activityIdIn("timerEvent_objectionsOver")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aCaseIsMovedBackToAnEarlierStep() {
        SampleCase begun = granted();
        String version = version("1.0.0");
        String move = preview(
                version,
                Map.of(
                        "act",
                        "move",
                        "which",
                        "all",
                        "from",
                        "timerEvent_objectionsOver",
                        "to",
                        "userTask_decideRequest"));
        assertThat(page(move).select("tbody tr").text()).contains("Time for objections over", "Move");

        assertThat(confirm(move, "Granted by mistake")
                        .page()
                        .select(".usa-alert--success")
                        .text())
                .contains(begun.number());

        assertThat(begun.tasks()).containsExactly("userTask_decideRequest");
        assertThat(notes(begun))
                .containsExactly(
                        "admin: An operator moved the case from Time for objections over"
                                + " (timerEvent_objectionsOver) to Decide request (userTask_decideRequest): Granted by mistake.");
        assertThat(page(move).select("tbody tr").text()).contains("Refused: It does not stand at");
    }

    @Test
    void anActWithoutCasesOrWithoutItsStepsIsRefusedByTheField() {
        decidable();
        String version = version("1.0.0");
        assertThat(page(preview(version, Map.of("act", "suspend")))
                        .select(".usa-alert--error")
                        .text())
                .contains("Choose at least one case");
        assertThat(page(preview(version, Map.of("act", "move", "which", "all", "to", "nowhere")))
                        .select(".usa-error-message")
                        .text())
                .contains("Choose the step before which");
        assertThat(page(preview(version, Map.of("act", "explode", "which", "all")))
                        .select(".usa-alert--error")
                        .text())
                .contains("Choose what is to be done");
        assertThat(city.person("lee", SampleModule.CLERKS).open(HERE).status()).isEqualTo(403);
        assertThat(city.admin().open(HERE + "/version?definition=none").status())
                .isEqualTo(404);
    }

    @Test
    void anEndedCaseGoesOnAgainWithItsNumber() {
        SampleCase begun = decidable();
        begun.complete("userTask_decideRequest", Map.of("decision", "REFUSE", "decisionReason", "No plan."));
        String restart = HERE + "/restart";
        assertThat(page(restart + "?numbers=SAMP-1999-000001")
                        .select(".usa-error-message")
                        .text())
                .contains("There is no case SAMP-1999-000001.");
        String asked = restart + "?numbers=" + begun.number();
        assertThat(begun.tasks()).isEmpty();
        assertThat(page(asked).text()).contains("1 ended cases of Permit request");
        Map<String, Object> fields =
                Map.of("numbers", begun.number(), "to", "userTask_decideRequest", "reason", "The plan had been filed");
        assertThat(city.admin()
                        .submit(asked, restart, Map.of("numbers", begun.number(), "to", "userTask_decideRequest"))
                        .page()
                        .select(".usa-error-message")
                        .text())
                .contains("Say why");

        Person.Answer done = city.admin().submit(asked, restart, fields);

        assertThat(done.page().select(".usa-alert--success").text())
                .isEqualTo("These go on again: " + begun.number() + ".");
        assertThat(begun.tasks()).containsExactly("userTask_decideRequest");
        assertThat(notes(begun)).anyMatch(line -> line.equals("admin: Reopened: The plan had been filed."));
        assertThat(page(asked).select(".usa-error-message").text()).contains("has not ended; move it instead");
    }
}
