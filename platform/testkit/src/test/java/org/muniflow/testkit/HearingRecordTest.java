package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.testkit.Person.Answer;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The record of a case for a hearing, read back from its PDF. */
class HearingRecordTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    private City city;
    private Person cleo;
    private String number;
    private String record;

    @BeforeEach
    void open() throws Exception {
        city = City.opening().in(folder.resolve("data")).open();
        city.today(TODAY).install(SampleModule.version("1.0.0").into(folder));
        cleo = city.person("cleo.clerk", SampleModule.CLERKS);
        Answer filed = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3));
        number = filed.json().path("caseNumber").asText();
        record = filed.json().path("recordId").asText();
        city.runDueJobs();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void theRecordHoldsTheCaseWithIndexPageNumbersHashesAndCertificate() throws Exception {
        byte[] lease = pdf("The lease of Main Street", 0, 2);
        store("lease.pdf", lease, false);
        store("turned.pdf", pdf("A plan on its side", 90, 1), false);
        store("photo.png", image(), false);
        store("figures.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), false);
        store("locked.pdf", locked(), false);
        store("net-worth.pdf", pdf("Net worth of Ada Park", 0, 1), true);

        HttpResponse<byte[]> made = made(TODAY);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Content-Type")).contains("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(made.body())) {
            String all = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(all)
                    .contains("Record of case " + number)
                    .contains("As the case stood at the end of March 2, 2026")
                    .contains("Decision on a request (C-SAMP-1)")
                    .contains("30 calendar days from Monday, March 2, 2026")
                    .contains("Task opened for sample-permits-clerk: Decide request.")
                    .contains("What does a permit cost? (R-SAMP-1)")
                    .contains("Due. Sample Code § 1")
                    .contains("3 days at $")
                    .contains("Received on 2026-03-02 Days 3")
                    .contains("The lease of Main Street, page 2")
                    .contains("A plan on its side")
                    .contains("this kind of file has no pages; it is handed over as a file")
                    .contains("it is locked with a password")
                    .contains("One document is left out of this record")
                    .contains("Left out: it is closed as a public record (KCMO Code § 3-461(p))")
                    .doesNotContain("Net worth of Ada Park")
                    .doesNotContain("net-worth.pdf");
            assertThat(all.replace(" ", ""))
                    .contains(sha256(lease))
                    .contains("numbered" + number + "-000001to" + number + "-%06d".formatted(pdf.getNumberOfPages()));
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).as("page %d", page).contains(number + "-%06d".formatted(page));
            }
            indexIsTrue(pdf);
            assertThat(titles(pdf)).startsWith("Index", "Case sheet").endsWith("Hashes", "Certificate");
        }
        String hash = sha256(made.body());
        assertThat(city.bean(CaseJournal.class).ofCase(number, 0, 500))
                .anyMatch(line -> line.what().contains("SHA-256 " + hash) && "cleo.clerk".equals(line.actor()));
        assertThat(made.headers().firstValue("X-Content-SHA256")).contains(hash);
    }

    @Test
    void aRecordThatThePlatformPrintedAllOfIsReadAloudByAScreenReaderAndOneWithPagesFromOutsideClaimsNothing()
            throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        store("figures.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), false);
        byte[] own = made(TODAY).body();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(own), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).isEmpty();
        }
        store("lease.pdf", pdf("The lease of Main Street", 0, 1), false);
        try (PDDocument mixed = Loader.loadPDF(made(TODAY).body())) {
            assertThat(new String(mixed.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("Record of case " + number)
                    .doesNotContain("pdfuaid");
            assertThat(mixed.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    @Test
    void theSameCaseAsOfTheSameDayGivesTheSameBytesWhoeverAsksAndWhenever() throws Exception {
        store("lease.pdf", pdf("The lease of Main Street", 0, 2), false);
        store("photo.png", image(), false);
        byte[] first = made(TODAY).body();

        city.today(TODAY.plusDays(3));
        store("later.pdf", pdf("Of another day", 0, 1), false);
        assertThat(cleo.complete(
                                number,
                                "userTask_decideRequest",
                                Map.of("decision", "REFUSE", "decisionReason", "Too narrow."))
                        .status())
                .isEqualTo(204);
        byte[] again = made(TODAY).body();

        assertThat(sha256(again)).isEqualTo(sha256(first));
        try (PDDocument now = Loader.loadPDF(made(TODAY.plusDays(3)).body())) {
            assertThat(new PDFTextStripper().getText(now))
                    .contains("Of another day")
                    .contains("Ended: Request refused.");
        }
    }

    @Test
    void whoMayNotReadTheCaseGetsNoRecordAndABadDayIsSaidSo() {
        Person stranger = city.person("rita.realestate", "real-estate");
        assertThat(stranger.open("/cases/" + number + "/record").status()).isEqualTo(404);
        String path = "/cases/" + number + "/record";
        for (String day : List.of("", "soon", "2026-03-03", "2026-02-27")) {
            Answer refused = cleo.submit(path, Map.of("asOf", day));
            assertThat(refused.status()).as(day).isEqualTo(422);
            assertThat(refused.page().select("#field-asOf-error").text())
                    .as(day)
                    .isNotEmpty();
        }
        assertThat(cleo.open("/cases/" + number).page().select("a[href=" + path + "]"))
                .hasSize(1);
    }

    @Test
    void contentThatIsNotWhatWasStoredStopsTheRecord() throws Exception {
        store("lease.pdf", pdf("The lease of Main Street", 0, 1), false);
        String hash = city.bean(DocumentStore.class).ofCase(number).get(0).sha256();
        java.nio.file.Files.write(
                folder.resolve("data/documents/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash),
                pdf("Something else", 0, 1));
        assertThat(made(TODAY).statusCode()).isEqualTo(500);
    }

    private void indexIsTrue(PDDocument pdf) throws IOException {
        Matcher line = Pattern.compile("(?m)^(.+?) (\\d+)$").matcher(text(pdf, 1));
        int checked = 0;
        while (line.find()) {
            String title = line.group(1);
            int page = Integer.parseInt(line.group(2));
            if (List.of("Case sheet", "Journal", "Letters", "List of documents", "Hashes", "Certificate")
                    .contains(title)) {
                assertThat(text(pdf, page)).as(title).contains(title);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(6);
    }

    private static List<String> titles(PDDocument pdf) {
        List<String> titles = new java.util.ArrayList<>();
        for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(item.getTitle());
        }
        return titles;
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private void store(String name, byte[] content, boolean confidential) {
        city.bean(DocumentStore.class)
                .forModule(SampleModule.NAME)
                .store(
                        new NewDocument(record, number, "EVIDENCE", name, TODAY, confidential, "cleo.clerk"),
                        new ByteArrayInputStream(content));
    }

    /** The record's bytes, which are no text. */
    private HttpResponse<byte[]> made(LocalDate asOf) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((cleo.id() + ":" + cleo.password()).getBytes(StandardCharsets.UTF_8));
        URI address = city.address("/cases/" + number + "/record");
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("asOf=" + asOf))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] pdf(String text, int turned, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                page.setRotation(turned);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                    content.newLineAtOffset(72, 400);
                    content.showText(text + ", page " + i);
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] locked() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("Secret", 0, 1))) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] image() throws IOException {
        BufferedImage image = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
        image.getGraphics().setColor(Color.BLUE);
        image.getGraphics().fillRect(200, 200, 800, 400);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
