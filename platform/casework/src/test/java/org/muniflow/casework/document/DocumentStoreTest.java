package org.muniflow.casework.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniflow.api.module.Declaration.Right.READ;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.NewVersion;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

class DocumentStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T15:00:00Z"), ZoneId.of("America/Chicago"));
    private static final String DOCX = "[Content_Types].xml word/document.xml";

    @TempDir
    Path folder;

    private final DataSource source = Database.fresh();
    private DocumentStore store;
    private Documents documents;

    @BeforeEach
    void open() {
        store = new DocumentStore(
                JdbcClient.create(source),
                new DocumentSettings(folder, DataSize.ofKilobytes(64)),
                CityForTests.access(CityForTests.module("civil-rights", "CERT", "certification", "creo-analyst", READ)),
                CLOCK);
        documents = store.forModule("civil-rights");
    }

    @Test
    void theSameContentIsKeptOnceUnderItsHash() throws IOException {
        byte[] pdf = pdf();

        StoredDocument first = documents.store(named("tax return.pdf"), new ByteArrayInputStream(pdf));
        StoredDocument second = documents.store(named("copy.pdf"), new ByteArrayInputStream(pdf));

        assertThat(first.sha256()).isEqualTo(second.sha256()).hasSize(64);
        assertThat(first.mediaType()).isEqualTo("application/pdf");
        assertThat(files())
                .containsExactly(
                        Path.of(first.sha256().substring(0, 2), first.sha256().substring(2, 4), first.sha256()));
        try (InputStream content = store.open(second)) {
            assertThat(content.readAllBytes()).isEqualTo(pdf);
        }
        assertThat(documents.ofRecord("app-1")).containsExactlyInAnyOrder(first, second);
        assertThat(store.forModule("other-department").ofRecord("app-1")).isEmpty();
    }

    @Test
    void everyAcceptedTypeIsKnownByItsContent() throws IOException {
        assertThat(type("scan.png", image("png"))).isEqualTo("image/png");
        assertThat(type("scan.JPG", image("jpg"))).isEqualTo("image/jpeg");
        assertThat(type("scan.tiff", image("tiff"))).isEqualTo("image/tiff");
        assertThat(type("letter.docx", zip(DOCX))).contains("wordprocessingml");
        assertThat(type("list.xlsx", zip("[Content_Types].xml xl/workbook.xml")))
                .contains("spreadsheetml");
        assertThat(type("note.txt", "Spouse renounces.\n".getBytes(UTF_8))).isEqualTo("text/plain");
        assertThat(type("lines.csv", "a,b\n1,2\n".getBytes(UTF_8))).isEqualTo("text/csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evil.pdf | MZ\u0090\u0000 | not application/pdf as its name says",
                "page.txt | <!DOCTYPE html><html><body>x</body></html> | not text/plain",
                "page.html | <html><body>x</body></html> | is not of a type that is accepted",
                "run.sh | #!/bin/sh | is not of a type that is accepted",
                "noname | hello | is not of a type that is accepted",
                "real.png | just text | not image/png",
                "invoice.pdf.exe | %PDF-1.7 | is not of a type that is accepted",
                "invoice.exe.pdf | MZ\u0090 | not application/pdf as its name says",
                "inv\u202Efdp.exe | MZ | is not of a type that is accepted",
                "both.pdf | <html><script>x</script> %PDF-1.7 | not application/pdf as its name says",
                "both.txt | %PDF-1.7 and text | not text/plain",
                "vector.png | <svg xmlns='http://www.w3.org/2000/svg'><script/></svg> | not image/png",
                "script.txt | #!/bin/sh | not text/plain",
            })
    void whatIsNotWhatItSaysIsRefusedAndLeavesNothing(String name, String content, String message) throws IOException {
        assertThatThrownBy(() -> documents.store(named(name), new ByteArrayInputStream(content.getBytes(UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("pdf, png, jpeg, tiff, docx, xlsx, txt, csv");
        assertThat(files()).isEmpty();
        assertThat(documents.ofRecord("app-1")).isEmpty();
    }

    @Test
    void aJarNamedAsDocxAndADocumentWithMacrosAreRefused() throws IOException {
        byte[] jar = zip("META-INF/MANIFEST.MF Main.class");
        byte[] macros = zip(DOCX + " word/vbaProject.bin");

        assertThatThrownBy(() -> documents.store(named("a.docx"), new ByteArrayInputStream(jar)))
                .hasMessageContaining("as its name says");
        assertThatThrownBy(() -> documents.store(named("b.docx"), new ByteArrayInputStream(macros)))
                .hasMessageContaining("as its name says");
    }

    @Test
    void anEmptyOrTooLargeFileIsRefusedWithItsReason() throws IOException {
        assertThatThrownBy(() -> documents.store(named("a.pdf"), InputStream.nullInputStream()))
                .hasMessageContaining("empty");
        byte[] large = new byte[64 * 1024 + 1];
        assertThatThrownBy(() -> documents.store(named("a.pdf"), new ByteArrayInputStream(large)))
                .hasMessageContaining("larger than");
        assertThat(files()).isEmpty();
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("a".repeat(300) + ".pdf").value()).hasSize(120).endsWith("a.pdf");
    }

    @Test
    void aNewerVersionKeepsTheOlderOneAndBothAreHashed() throws IOException {
        StoredDocument first = documents.store(named("a.txt"), new ByteArrayInputStream("first".getBytes(UTF_8)));
        StoredDocument second = documents.replace(
                first.id(),
                new NewVersion("b.txt", LocalDate.of(2026, 5, 20), "Page 3 is signed", "ana.analyst"),
                new ByteArrayInputStream("second".getBytes(UTF_8)));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.closedUnder()).isEqualTo(first.closedUnder());
        assertThat(documents.ofRecord("app-1")).containsExactly(second);
        assertThat(documents.versions(first.id())).containsExactly(second, first);
        assertThat(store.find(second.id()).orElseThrow().why()).isEqualTo("Page 3 is signed");
        try (InputStream content = store.open(first)) {
            assertThat(content.readAllBytes()).isEqualTo("first".getBytes(UTF_8));
        }
        assertThat(files()).hasSize(2);
        assertThatThrownBy(() -> store.forModule("other-department")
                        .replace(
                                second.id(),
                                new NewVersion("c.txt", LocalDate.of(2026, 5, 20), "Theirs", "x"),
                                new ByteArrayInputStream("c".getBytes(UTF_8))))
                .hasMessageContaining("There is no document");
    }

    @Test
    void anUnknownCompartmentIsRefused() {
        NewDocument lost = new NewDocument(
                "app-1", null, "OTHER", "a.txt", LocalDate.of(2026, 5, 19), null, "medical", "ana.analyst");
        assertThatThrownBy(() -> documents.store(lost, new ByteArrayInputStream("x".getBytes(UTF_8))))
                .hasMessageContaining("no compartment 'medical'");
    }

    @Test
    void aDocumentFromTheFutureIsRefused() {
        NewDocument tomorrow =
                new NewDocument("app-1", null, "OTHER", "a.txt", LocalDate.of(2026, 5, 21), false, "ana.analyst");

        assertThatThrownBy(() -> documents.store(tomorrow, new ByteArrayInputStream("x".getBytes(UTF_8))))
                .hasMessageContaining("2026-05-21 is in the future");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\Users\\x\\tax 2025.pdf, tax 2025.pdf",
        "'a;rm -rf \"x\".pdf', 'a_rm -rf _x_.pdf'",
        "..hidden.txt, hidden.txt",
        "Peña (final).docx, Peña (final).docx",
        "inv\u202Efdp.txt, invfdp.txt",
        "a\u200Bb\u0007.pdf, ab.pdf",
        "notes.txt:hidden.pdf, notes.txt_hidden.pdf",
        "CON.txt, _CON.txt",
        "com1.final.pdf, _com1.final.pdf",
        "console.txt, console.txt",
        "lease.txt. ., lease.txt",
        "\u202E, document"
    })
    void aFileNameIsMadeSafe(String given, String safe) {
        assertThat(FileName.of(given).value()).isEqualTo(safe);
    }

    @Test
    void aRolledBackStepLeavesNoDocument() {
        TransactionTemplate step = new TransactionTemplate(new JdbcTransactionManager(source));

        step.executeWithoutResult(status -> {
            documents.store(named("a.txt"), new ByteArrayInputStream("text".getBytes(UTF_8)));
            status.setRollbackOnly();
        });

        assertThat(documents.ofRecord("app-1")).isEmpty();
    }

    @Test
    void documentsOfTheRecordFollowItToItsCase() {
        StoredDocument stored = documents.store(named("a.txt"), new ByteArrayInputStream("text".getBytes(UTF_8)));

        documents.attach("app-1", "CERT-2026-000001");

        assertThat(store.ofCase("CERT-2026-000001"))
                .extracting(StoredDocument::id)
                .containsExactly(stored.id());
    }

    private String type(String name, byte[] content) {
        return documents.store(named(name), new ByteArrayInputStream(content)).mediaType();
    }

    private static NewDocument named(String fileName) {
        return new NewDocument("app-1", null, "TAX_RETURN", fileName, LocalDate.of(2026, 5, 19), true, "ana.analyst");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }

    private static byte[] zip(String entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries.split(" ")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
