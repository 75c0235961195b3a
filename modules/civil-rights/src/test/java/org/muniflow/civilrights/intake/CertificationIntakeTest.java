package org.muniflow.civilrights.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.api.intake.Intake;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.RequiredDocuments;

final class CertificationIntakeTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final Books books = new Books();
    private final CertificationIntake intake = new CertificationIntake(
            books.firms, books.applications, books.parts, books.submissions, books.reference, books.documents);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-eligible-mbe",
                "02-eligible-wbe",
                "03-eligible-mbe-and-wbe",
                "04-dbe-requested",
                "05-incomplete-documents",
                "06-barred-after-withdrawal",
                "07-ownership-50-99",
                "08-size-exceeded",
                "09-presence-not-shown",
                "10-net-worth-exceeded",
                "11-holding-company",
                "12-graduated-owner",
                "13-look-back"
            })
    void eachSampleIsValidAndOpensACase(String sample) throws IOException {
        Intake.Receipt receipt = accept(sample(sample));

        ApplicationFile file = books.files.load(receipt.recordId());
        assertThat(file.application().status()).isEqualTo(Application.Status.SUBMITTED);
        assertThat(file.application().caseNumber()).isEqualTo(receipt.caseNumber());
        assertThat(file.owners()).isNotEmpty();
        assertThat(file.statements()).hasSameSizeAs(file.owners()).isNotEmpty();
        List<String> present = books.documents.ofRecord(receipt.recordId()).stream()
                .map(document -> document.type())
                .toList();
        assertThat(RequiredDocuments.missing(file, present).isEmpty())
                .as("documents complete")
                .isEqualTo(!sample.startsWith("05"));
    }

    @Test
    void keysBecomeIds() throws IOException {
        ApplicationFile file =
                books.files.load(accept(sample("11-holding-company")).recordId());
        String company = file.holdings().get(0).id();
        assertThat(file.interestsIn(company)).hasSize(2);
        assertThat(file.interestsIn(null)).anyMatch(i -> company.equals(i.holdingCompanyId()));
        assertThat(file.owner(file.interestsIn(company).get(0).ownerId())).isPresent();
    }

    @Test
    void onlyIdsAndFlatValuesReachTheProcess() throws IOException {
        accept(sample("01-eligible-mbe"));
        assertThat(books.cases.started).singleElement().satisfies(variables -> assertThat(variables.toString())
                .doesNotContain("Blue River", "Whitfield"));
    }

    @Test
    void aFirmWithAnOpenApplicationIsRefused() throws IOException {
        accept(sample("01-eligible-mbe"));
        assertThat(problems(sample("01-eligible-mbe"))).containsExactly("firm.federalTaxId");
    }

    @Test
    void aFirmThatAppliesAgainIsTheSameFirm() throws IOException {
        String first = accept(sample("01-eligible-mbe")).recordId();
        books.applications.decide(first, Application.Status.APPROVED, Books.TODAY, "test");
        String second = accept(sample("01-eligible-mbe")).recordId();
        assertThat(books.applications.get(second).firmId())
                .isEqualTo(books.applications.get(first).firmId());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatDoesNotFitTogetherIsRefusedByItsPath(String path, Consumer<ObjectNode> change) throws IOException {
        ObjectNode body = sample("11-holding-company");
        change.accept(body);
        assertThat(problems(body)).contains(path);
        assertThat(books.cases.started).isEmpty();
    }

    static Stream<Arguments> whatDoesNotFitTogetherIsRefusedByItsPath() {
        return Stream.of(
                change("naics[0].code", body -> object(body, "naics", 0).put("code", "999999")),
                change("naics[1].code", body -> copyFirst(body, "naics")),
                change("owners[2].key", body -> copyFirst(body, "owners")),
                change("interests[0].owner", body -> object(body, "interests", 0)
                        .put("owner", "nobody")),
                change("interests[0].owner", body -> object(body, "interests", 0)
                        .put("holdingCompany", "h")),
                change("interests[0].heldIn", body -> object(body, "interests", 0)
                        .put("heldIn", "none")),
                change("interests[3].percentOfClass", body -> object(body, "interests", 3)
                        .put("percentOfClass", 32.01)),
                change("interests[0].holdingCompany", body -> {
                    object(body, "interests", 0).remove("owner");
                    object(body, "interests", 0).put("holdingCompany", "h");
                }),
                change("netWorth[0].owner", body -> object(body, "netWorth", 0).put("owner", "x")),
                change("employees[0].office", body -> object(body, "employees", 0)
                        .put("office", "x")),
                change("documents[0].contentBase64", body -> object(body, "documents", 0)
                        .put("contentBase64", "§§§")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void eachFieldIsValidatedByItself(String path, Consumer<ObjectNode> change) throws IOException {
        ObjectNode body = sample("01-eligible-mbe");
        change.accept(body);
        assertThat(VALIDATOR.validate(read(body)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .contains(path);
    }

    static Stream<Arguments> eachFieldIsValidatedByItself() {
        return Stream.of(
                change("firm.federalTaxId", body -> ((ObjectNode) body.get("firm")).put("federalTaxId", "901")),
                change("firm.email", body -> ((ObjectNode) body.get("firm")).put("email", "nobody")),
                change("firm.mailingPostalCode", body -> ((ObjectNode) body.get("firm")).put("mailingPostalCode", "1")),
                change("programs", body -> body.putArray("programs")),
                change("owners", body -> body.putArray("owners")),
                change("owners[0].name", body -> object(body, "owners", 0).put("name", " ")),
                change("owners[0].descentFraction", body -> object(body, "owners", 0)
                        .put("descentFraction", 1.5)),
                change("interests[0].percentOfClass", body -> object(body, "interests", 0)
                        .put("percentOfClass", 100.01)),
                change("naics[0].code", body -> object(body, "naics", 0).put("code", "roof")),
                change("netWorth[0].assets[0].marketValue", body -> ((ObjectNode)
                                object(body, "netWorth", 0).get("assets").get(0))
                        .put("marketValue", -1)),
                change("offices[0].occupiedSince", body -> object(body, "offices", 0)
                        .put("occupiedSince", "2999-01-01")),
                change("employees[0].percentTimeInArea", body -> object(body, "employees", 0)
                        .put("percentTimeInArea", 101)));
    }

    @Test
    void aSampleThatIsNotUnderstoodSaysWhichFieldIsUnknown() throws IOException {
        ObjectNode body = sample("01-eligible-mbe").put("surprise", true);
        assertThatThrownBy(() -> read(body)).hasMessageContaining("surprise");
    }

    private static Arguments change(String path, Consumer<ObjectNode> change) {
        return Arguments.of(path, change);
    }

    private static ObjectNode object(ObjectNode body, String list, int index) {
        return (ObjectNode) body.get(list).get(index);
    }

    private static void copyFirst(ObjectNode body, String list) {
        ArrayNode entries = (ArrayNode) body.get(list);
        entries.add(entries.get(0).deepCopy());
    }

    private Intake.Receipt accept(ObjectNode body) throws IOException {
        CertificationApplication sent = read(body);
        assertThat(VALIDATOR.validate(sent)).isEmpty();
        return intake.accept(sent, Books.TODAY);
    }

    private List<String> problems(ObjectNode body) throws IOException {
        CertificationApplication sent = read(body);
        try {
            intake.accept(sent, Books.TODAY);
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(FieldProblem::field).toList();
        }
    }

    private static CertificationApplication read(JsonNode body) throws IOException {
        return JSON.treeToValue(body, CertificationApplication.class);
    }

    private static ObjectNode sample(String name) throws IOException {
        try (InputStream file =
                CertificationIntakeTest.class.getResourceAsStream("/demo/applications/" + name + ".json")) {
            JsonNode sample = JSON.readTree(file);
            assertThat(Map.of("intake", sample.get("intake").asText())).containsEntry("intake", "certification");
            return (ObjectNode) sample.get("application");
        }
    }
}
