package org.muniflow.casework.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice.Channel;

/**
 * Binds letters into one PDF to print, each led by its address page. The letters are those of the document store, untouched;
 * the whole stays tagged, so that the print room can hear it.
 */
final class PrintOut {

    private final Letters letters;
    private final LetterPdf pdf;
    private final Function<String, InputStream> documents;
    private final ZoneId city;

    /**
     * Makes the binder.
     *
     * @param letters renders the address pages
     * @param pdf prints them
     * @param documents opens a letter's PDF by document id
     * @param city the city's time zone
     */
    PrintOut(Letters letters, LetterPdf pdf, Function<String, InputStream> documents, ZoneId city) {
        this.letters = letters;
        this.pdf = pdf;
        this.documents = documents;
        this.city = city;
    }

    /**
     * The fact that a letter is printed once more.
     *
     * @param at when
     * @param by by whom
     */
    record Again(Instant at, String by) {}

    /**
     * Binds printed letters.
     *
     * @param notices the letters in order, at least one, each of them printed
     * @param again what the address page says of a further copy; null for the first
     * @param out where the PDF goes; stays open
     */
    void write(List<OutboxNotice> notices, @Nullable Again again, OutputStream out) throws IOException {
        String title = notices.size() == 1
                ? "Letter to mail, case " + notices.get(0).caseNumber()
                : notices.size() + " letters to mail";
        // The first page's file gives the whole its title, fonts and color profile.
        try (PDDocument bound = open(pdf.print(letters.sheet("letter/address", page(notices.get(0), title, again))))) {
            for (int i = 0; i < notices.size(); i++) {
                OutboxNotice notice = notices.get(i);
                if (i > 0) {
                    add(bound, pdf.print(letters.sheet("letter/address", page(notice, title, again))), "en");
                }
                try (InputStream letter = documents.apply(notice.documentId())) {
                    add(bound, letter.readAllBytes(), notice.language());
                }
            }
            bound.save(out);
        }
    }

    private static PDDocument open(byte[] file) throws IOException {
        return Loader.loadPDF(file, null, null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    private static void add(PDDocument bound, byte[] file, String language) throws IOException {
        try (PDDocument part = Loader.loadPDF(file)) {
            PDStructureTreeRoot tree = part.getDocumentCatalog().getStructureTreeRoot();
            if (tree != null) {
                for (Object kid : tree.getKids()) {
                    if (kid instanceof PDStructureElement element) {
                        element.setLanguage(language);
                    }
                }
            }
            new PDFMergerUtility().appendDocument(bound, part);
        }
    }

    private Map<String, Object> page(OutboxNotice notice, String title, @Nullable Again again) {
        OutboxNotice.Print print = Objects.requireNonNull(notice.print(), "Only printed letters are bound");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("notice", notice);
        values.put("certified", notice.channel() == Channel.CERTIFIED_MAIL);
        values.put("dated", new PrintedDate(notice.letterOn()));
        values.put("printed", day(print.at()) + ", by " + print.by());
        values.put(
                "again",
                again == null
                        ? null
                        : "Further copy, printed " + day(again.at()) + ", by " + again.by()
                                + ". Put only one copy into the post.");
        return values;
    }

    private PrintedDate day(Instant at) {
        return new PrintedDate(at.atZone(city).toLocalDate());
    }
}
