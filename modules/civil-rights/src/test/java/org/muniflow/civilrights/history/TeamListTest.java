package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** A team's list in Tasklist: cases are told apart by their numbers, the oldest stand first. */
@Tag("engine")
class TeamListTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static final LocalDate FILED = LocalDate.of(2025, 6, 2);

    @Test
    void theListShowsEachTasksCaseNumberInCalledProcessesToo() {
        City city = CITY.city().today(FILED);
        CertificationCase root = CertificationCase.filed(city, FirmOnPaper.eligible("Listed One LLC", FILED));
        CertificationCase called = CertificationCase.filed(city, FirmOnPaper.eligible("Listed Two LLC", FILED))
                .fileIs(true);

        Map<String, String> numbers = numbersOfTasks(root.analyst);

        assertThat(numbers)
                .containsEntry(taskId(root, "userTask_checkCompleteness"), root.number)
                .containsEntry(taskId(called, "userTask_reviewOwnership"), called.number);
    }

    @Test
    void ofWhatHasNoDueDateTheOldestStandsFirst() {
        City city = CITY.city().today(FILED.plusDays(1));
        CertificationCase late =
                CertificationCase.filed(city, FirmOnPaper.eligible("Second Come LLC", FILED.plusDays(1)));
        city.today(FILED);
        CertificationCase early = CertificationCase.filed(city, FirmOnPaper.eligible("First Come LLC", FILED));

        assertThat(List.copyOf(numbersOfTasks(early.analyst).values())).containsSubsequence(early.number, late.number);
    }

    @Test
    void theTeamsFilterNamesTheColumn() {
        CertificationCase any =
                CertificationCase.filed(CITY.city().today(FILED), FirmOnPaper.eligible("Column LLC", FILED));

        JsonNode shown = filter(any.analyst).path("properties").path("variables");

        assertThat(shown).singleElement().satisfies(variable -> {
            assertThat(variable.path("name").asText()).isEqualTo("caseNumber");
            assertThat(variable.path("label").asText()).isEqualTo("Case");
        });
    }

    private static String taskId(CertificationCase certification, String key) {
        return certification.analyst.task(certification.number, key).getId();
    }

    private static Map<String, String> numbersOfTasks(Person who) {
        Map<String, String> numbers = new LinkedHashMap<>();
        list(who).path("_embedded").path("task").forEach(task -> task.path("_embedded")
                .path("variable")
                .forEach(variable -> {
                    assertThat(variable.path("name").asText()).isEqualTo("caseNumber");
                    numbers.put(task.path("id").asText(), variable.path("value").asText());
                }));
        return numbers;
    }

    private static JsonNode list(Person who) {
        Person.Answer answer =
                who.hal("/engine-rest/filter/" + filter(who).path("id").asText() + "/list?maxResults=500");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode filter(Person who) {
        Person.Answer answer = who.get("/engine-rest/filter?resourceType=Task");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).hasSize(1);
        return answer.json().get(0);
    }
}
