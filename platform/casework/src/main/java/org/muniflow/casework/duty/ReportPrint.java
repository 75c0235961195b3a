package org.muniflow.casework.duty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jsoup.Jsoup;
import org.muniflow.api.report.ReportDuty.ReportContent;
import org.muniflow.casework.notice.LetterPdf;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a report as a PDF that a screen reader reads in order and that keeps. The same report gives the same bytes: the PDF
 * bears the day for which it was taken, and not the moment of its printing.
 */
final class ReportPrint {

    /** More rows than these are in the table only; the printed form says so. */
    static final int ROWS = 1_000;

    /** With more columns than these the page lies on its side. */
    private static final int UPRIGHT = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final LetterPdf pdf;
    private final String city;
    private final ZoneId zone;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    ReportPrint(LetterPdf pdf, String city, ZoneId zone) {
        this.pdf = pdf;
        this.city = city;
        this.zone = zone;
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportPrint.class.getClassLoader());
        resolver.setPrefix("report/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    /**
     * Prints.
     *
     * @param report the report
     * @param asOf the day for which it was taken
     * @param content what it holds
     * @param tableSha256 the hash of its table, which is printed: who signs the one signs the other
     * @return the PDF
     */
    byte[] print(Report report, LocalDate asOf, ReportContent content, String tableSha256) {
        List<List<String>> rows = content.rows();
        Context context = new Context(
                Locale.US,
                Map.of(
                        "report", report,
                        "asOf", asOf,
                        "content", content,
                        "rows", rows.subList(0, Math.min(ROWS, rows.size())),
                        "lying", content.headings().size() > UPRIGHT,
                        "hash", tableSha256.replaceAll("(.{16})(?=.)", "$1 "),
                        "city", city,
                        "days", DAY));
        try {
            return dated(pdf.print(Jsoup.parse(templates.process("report", context))), asOf);
        } catch (IOException e) {
            throw new UncheckedIOException("Report '" + report.title() + "' cannot be printed", e);
        }
    }

    private byte[] dated(byte[] printed, LocalDate asOf) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var day = asOf.atStartOfDay(zone);
            document.getDocumentInformation().setCreationDate(GregorianCalendar.from(day));
            document.getDocumentInformation().setModificationDate(GregorianCalendar.from(day));
            PDMetadata metadata = document.getDocumentCatalog().getMetadata();
            String moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day);
            String about = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("(<xmp:(Create|Modify|Metadata)Date>)[^<]*(<)", "$1" + moment + "$3");
            metadata.importXMPMetadata(about.getBytes(StandardCharsets.UTF_8));
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(asOf.toEpochDay());
            document.save(out);
            return out.toByteArray();
        }
    }
}
