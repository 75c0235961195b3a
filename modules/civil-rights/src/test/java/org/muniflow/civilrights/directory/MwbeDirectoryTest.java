package org.muniflow.civilrights.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.register.Register.Answer;
import org.muniflow.api.register.Register.Question;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.standing.Certification;

final class MwbeDirectoryTest {

    private static final LocalDate LISTED = LocalDate.of(2026, 2, 2); // Monday

    private final Books books = new Books();
    private final MwbeDirectory register = new MwbeDirectory(books.jdbc, books.reference, books.clock);
    private Certification roofing;

    @BeforeEach
    void list() {
        roofing = list("11-0000001", "Zenith Roofing", Program.MBE, "238160");
        list("11-0000002", "Able 100% Electric", Program.WBE, "238210", "238160");
        list("11-0000003", "Mid_Town Engineers", Program.MBE, "541330");
    }

    @Test
    void firmsComeInTheOrderOfTheirNames() {
        assertThat(names(ask(Map.of(), Books.TODAY, null, 50)))
                .containsExactly("Able 100% Electric", "Mid_Town Engineers", "Zenith Roofing");
    }

    @Test
    void pagesContinueByKey() {
        Answer first = ask(Map.of(), Books.TODAY, null, 2);
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.next()).isNotNull();
        Answer second = ask(Map.of(), Books.TODAY, first.next(), 2);
        assertThat(names(second)).containsExactly("Zenith Roofing");
        assertThat(second.next()).isNull();
    }

    @Test
    void eachFilterNarrows() {
        assertThat(names(ask(Map.of("naics", "238160"), Books.TODAY, null, 50)))
                .containsExactly("Able 100% Electric", "Zenith Roofing");
        assertThat(names(ask(Map.of("naics", "5413"), Books.TODAY, null, 50))).containsExactly("Mid_Town Engineers");
        assertThat(names(ask(Map.of("work", "engineering"), Books.TODAY, null, 50)))
                .containsExactly("Mid_Town Engineers");
        assertThat(names(ask(Map.of("program", "WBE"), Books.TODAY, null, 50))).containsExactly("Able 100% Electric");
        assertThat(names(ask(Map.of("county", "Jackson"), Books.TODAY, null, 50)))
                .hasSize(3);
        assertThat(names(ask(Map.of("county", "Platte"), Books.TODAY, null, 50)))
                .isEmpty();
    }

    @Test
    void signsOfAPatternAreTakenAsLetters() {
        assertThat(names(ask(Map.of("name", "100%"), Books.TODAY, null, 50))).containsExactly("Able 100% Electric");
        assertThat(names(ask(Map.of("name", "d_t"), Books.TODAY, null, 50))).containsExactly("Mid_Town Engineers");
        assertThat(names(ask(Map.of("name", "a'b"), Books.TODAY, null, 50))).isEmpty();
    }

    @Test
    void theDirectoryAnswersAsOfAnyDay() {
        books.directory.close(roofing.id(), LocalDate.of(2026, 5, 31), "test");
        assertThat(names(ask(Map.of(), LISTED.minusDays(1), null, 50))).isEmpty();
        assertThat(names(ask(Map.of(), LISTED, null, 50))).hasSize(3);
        assertThat(names(ask(Map.of(), LocalDate.of(2026, 5, 31), null, 50))).contains("Zenith Roofing");
        assertThat(names(ask(Map.of(), LocalDate.of(2026, 6, 1), null, 50))).doesNotContain("Zenith Roofing");
    }

    @Test
    void C_101_aFirmIsListedThroughTheAnniversaryOfItsCertificationAndNoLonger() {
        assertThat(names(ask(Map.of(), LocalDate.of(2029, 2, 2), null, 50))).hasSize(3); // Friday
        assertThat(names(ask(Map.of(), LocalDate.of(2029, 2, 3), null, 50))).isEmpty();
    }

    @Test
    void onlyPublicFieldsAreShown() {
        assertThat(ask(Map.of(), Books.TODAY, null, 1).rows().get(0).keySet())
                .containsExactly(
                        "firm", "program", "naics", "work", "address", "county", "email", "phone", "fax", "listedFrom");
    }

    @Test
    void aMalformedCodeIsRefusedByName() {
        assertThatThrownBy(() -> ask(Map.of("naics", "roof"), Books.TODAY, null, 50))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.field()).isEqualTo("naics");
                            assertThat(problem.message()).contains("roof");
                        }));
        assertThatThrownBy(() -> ask(Map.of(), Books.TODAY, "zzz", 50))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                                rejected.problems().get(0).field())
                        .isEqualTo("after"));
    }

    @Test
    void aFirmIsListedThroughTheLastDayOfItsTerm() {
        assertThat(names(ask(Map.of(), LISTED.plusYears(3), null, 50))).hasSize(3);
        assertThat(names(ask(Map.of(), LISTED.plusYears(3).plusDays(1), null, 50)))
                .isEmpty();
        books.directory.close(roofing.id(), LISTED.plusYears(4), "test");
        assertThat(names(ask(Map.of(), LISTED.plusYears(3).plusDays(1), null, 50)))
                .isEmpty();
    }

    private Certification list(String taxId, String name, Program program, String... naics) {
        Firm firm = books.firm(taxId, name);
        Application application = books.applications.add(
                new Application(
                        firm.id(),
                        firm.id(),
                        Application.Kind.NEW,
                        List.of(program.name()),
                        Application.Status.APPROVED,
                        LISTED,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                "test");
        Certification certification = books.certifications.issue(
                firm.id(), application.id(), program, LISTED, LISTED.plusYears(3), List.of(naics), "test");
        books.directory.list(firm, certification, List.of(naics), LISTED, "test");
        return certification;
    }

    private Answer ask(Map<String, String> filters, LocalDate asOf, @Nullable String after, int limit) {
        return register.search(new Question(filters, asOf, after, limit));
    }

    private static List<String> names(Answer answer) {
        return answer.rows().stream()
                .map(row -> String.valueOf(row.get("firm")))
                .toList();
    }
}
