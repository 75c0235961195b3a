package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniflow.api.casework.Notice;
import org.muniflow.kernel.spi.ModuleId;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class LetterTest {

    private static final City CITY = new City(
            "City of Kansas City, Missouri",
            List.of("414 E. 12th Street", "Kansas City, MO 64106"),
            "311",
            "notices@city.example");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    private final Letters letters = new Letters(CITY);
    private final LetterPdf pdf = new LetterPdf();

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Notice> samples() {
        return CivilRightsLetters.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLetterIsAccessibleAndKeepsForever(Notice notice) throws Exception {
        byte[] printed = pdf.print(letters.render(CivilRightsLetters.sender(), notice, TODAY));

        assertCompliant(printed, PDFAFlavour.PDFUA_1);
        assertCompliant(printed, PDFAFlavour.PDFA_2_A);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLetterInSpanishIsAccessibleAndKeepsForever(Notice notice) throws Exception {
        Document page = letters.render(CivilRightsLetters.sender(), CivilRightsLetters.spanish(notice), TODAY);
        assertThat(Letters.language(page)).isEqualTo("es");
        byte[] printed = pdf.print(page);

        assertCompliant(printed, PDFAFlavour.PDFUA_1);
        assertCompliant(printed, PDFAFlavour.PDFA_2_A);
        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
            assertThat(ReadingOrder.of(document))
                    .contains("Estimado(a) Peña & Søn", "20 de mayo de 2026", "Caso CERT-2026-000123")
                    .contains("Esta carta se basa en KCMO Code § 3-461.", "Si desea leerla en inglés")
                    .doesNotContain("Dear", "This letter", "Telephone", "May 20");
            assertThat(new PDFTextStripper().getText(document)).contains("Página 1 de ");
        }
    }

    @Test
    void everyLetterInSpanishAsksForTheValuesOfTheEnglishOne() {
        CivilRightsLetters.keys().forEach(key -> {
            String spanish = CivilRightsLetters.read(key + ".es").orElseThrow();
            assertThat(LetterCheck.problems(spanish)).as(key).isEmpty();
            assertThat(LetterCheck.translationProblems(spanish, "es", CivilRightsLetters.read(key)))
                    .as(key)
                    .isEmpty();
        });
    }

    @Test
    void aTranslationThatAsksForOtherValuesIsRefusedAtInstall() {
        String english = "<!--\ndata:\n  firmName text the name\n  due date the day\n  office text where\n-->"
                + "<html lang='en'><head><title>T</title></head></html>";
        String spanish = "<!--\ndata:\n  firmName text the name\n  due text the day\n  other text what\n-->"
                + "<html lang='en'><head><title>T</title></head></html>";

        assertThat(LetterCheck.translationProblems(spanish, "es", Optional.of(english)))
                .containsExactlyInAnyOrder(
                        "<html> says lang=\"en\", its file name says es",
                        "it lists 'due' with another kind or need than the English letter",
                        "its data comment lacks 'office', which the English letter lists",
                        "it lists 'other', which the English letter does not");
        assertThat(LetterCheck.translationProblems(spanish, "en", Optional.empty()))
                .containsExactly("there is no English letter with its key");
    }

    @Test
    void everyLetterOfTheDepartmentHasASample() {
        assertThat(samples().map(Notice::letterKey).distinct())
                .containsExactlyInAnyOrderElementsOf(CivilRightsLetters.keys().toList());
    }

    @Test
    void everyLetterUsesOnlyWhatItLists() {
        CivilRightsLetters.keys().forEach(key -> assertThat(
                        LetterCheck.problems(CivilRightsLetters.read(key).orElseThrow()))
                .as(key)
                .isEmpty());
    }

    @Test
    void R_285_theDenialStatesItsReasonsWithSectionsAndTheWayToAppeal() throws IOException {
        String text = text(CivilRightsLetters.denial("CITY"));

        assertThat(text)
                .contains("City of Kansas City, Missouri")
                .contains("Civil Rights and Equal Opportunity Department")
                .contains("Peña & Søn “Builders” LLC")
                .contains("May 20, 2026")
                .contains("Case CERT-2026-000123")
                .contains("By certified mail, return receipt requested")
                .contains("30.6 percent")
                .contains("KCMO Code § 3-461(l)(1)")
                .contains("within 20 business days of the day on which you receive this letter")
                .contains("date on the certified-mail return receipt")
                .contains("This letter rests on KCMO Code § 3-461.")
                .doesNotContain("UCP");
    }

    @Test
    void R_282_theRouteOfADbeApplicantLeadsToTheUcp() throws IOException {
        assertThat(text(CivilRightsLetters.denial("UCP")))
                .contains("DBE appeal procedure, not to the city")
                .doesNotContain("hearing officer");
    }

    @Test
    void R_283_aDenialWithoutReconsiderationSaysSo() throws IOException {
        assertThat(text(CivilRightsLetters.denial("NONE")))
                .contains("This denial cannot be reconsidered or appealed to the city.")
                .doesNotContain("hearing officer")
                .doesNotContain("If you appeal");
    }

    @Test
    void V_040_theBarAfterAWithdrawalPrintsBothDaysInWords() throws IOException {
        Notice notice = CivilRightsLetters.notice(
                "withdrawal-confirmed",
                Map.of(
                        "firmName",
                        "Sample Firm",
                        "withdrawnOn",
                        LocalDate.of(2023, 3, 15),
                        "barredUntil",
                        LocalDate.of(2024, 3, 15),
                        "firstDay",
                        LocalDate.of(2024, 3, 16)));

        assertThat(text(notice))
                .contains("March 15, 2023")
                .contains("March 15, 2024")
                .contains("March 16, 2024");
    }

    @Test
    void aLetterIsRefusedWithEveryMissingAndWrongValueNamed() {
        Map<String, Object> data =
                new HashMap<>(CivilRightsLetters.denial("CITY").data());
        data.remove("firmName");
        data.put("reasons", List.of());
        data.put("decidedOn", "2026-05-20");
        data.put("ownerName", "not a value of the letter");

        assertThatThrownBy(() ->
                        letters.render(CivilRightsLetters.sender(), CivilRightsLetters.notice("denial", data), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "Case CERT-2026-000123, letter denial",
                        "'firmName' is missing (text)",
                        "'reasons' is missing (a list)",
                        "'decidedOn' is not a date",
                        "'ownerName' is not a value of this letter");
    }

    @Test
    void theDenialByTheCityRouteNeedsThePeriod() {
        Map<String, Object> data =
                new HashMap<>(CivilRightsLetters.denial("CITY").data());
        data.remove("appealPeriod");

        assertThatThrownBy(() ->
                        letters.render(CivilRightsLetters.sender(), CivilRightsLetters.notice("denial", data), TODAY))
                .hasMessageContaining("'appealPeriod' is missing (text), since appealRoute is CITY");
    }

    @Test
    void anOptionalValueMayBeNull() throws IOException {
        Map<String, Object> data =
                new HashMap<>(CivilRightsLetters.denial("NONE").data());
        data.put("barredUntil", null);
        data.put("firstDay", null);

        assertThat(text(CivilRightsLetters.notice("denial", data))).contains("does not bar a new application");
    }

    @Test
    void anUnknownLetterAndAPathAsKeyAreRefused() {
        for (String key : List.of("no-such-letter", "../denial")) {
            assertThatThrownBy(() -> letters.render(
                            CivilRightsLetters.sender(), CivilRightsLetters.notice(key, Map.of()), TODAY))
                    .hasMessageContaining("module civil-rights 1.0.0 has no file letters/" + key + ".html");
        }
    }

    @Test
    void valuesAreTextAndNeverMarkup() throws IOException {
        Map<String, Object> data =
                new HashMap<>(CivilRightsLetters.denial("NONE").data());
        data.put("firmName", "<b onclick='x'>Firm</b> ${today}");

        assertThat(text(CivilRightsLetters.notice("denial", data))).contains("<b onclick='x'>Firm</b> ${today}");
    }

    @Test
    void aLetterThatReachesForJavaOrHidesAValueIsRefusedAtInstall() {
        String letter = "<!--\ndata:\n  firmName text the name\n-->\n<html lang='en'><head><title>T</title></head>"
                + "<body><p th:text=\"${T(java.lang.Runtime).getRuntime()}\">x</p><p th:text=\"${owner}\">x</p>"
                + "<script>x</script></body></html>";

        assertThat(LetterCheck.problems(letter))
                .anyMatch(problem -> problem.contains("reaches for Java"))
                .anyMatch(problem -> problem.contains("'owner', which its data comment does not list"))
                .anyMatch(problem -> problem.contains("script"));
    }

    @Test
    void aLetterWithoutListOfValuesIsRefused() {
        Letters.Sender sender = new Letters.Sender(
                new ModuleId("sample", "1.0.0"),
                "Sample Department",
                Map.of(),
                key -> Optional.of("<html lang='en'><title>T</title></html>"),
                Letters.templates());

        assertThatThrownBy(() -> letters.render(sender, CivilRightsLetters.notice("sample", Map.of()), TODAY))
                .hasMessageContaining("does not start with a comment");
    }

    private String text(Notice notice) throws IOException {
        byte[] printed = pdf.print(letters.render(CivilRightsLetters.sender(), notice, TODAY));
        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            return ReadingOrder.of(document);
        }
    }

    static void assertCompliant(byte[] printed, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(printed), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.isCompliant())
                    .as(() -> flavour + " "
                            + result.getTestAssertions().stream().limit(5).toList())
                    .isTrue();
        }
    }
}
