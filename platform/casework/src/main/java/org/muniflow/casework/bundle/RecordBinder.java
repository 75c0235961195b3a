package org.muniflow.casework.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.muniflow.casework.bundle.RecordText.Part;

/** Binds the parts of a record into one PDF, with bookmarks and a number on every page. The same parts give the same bytes. */
final class RecordBinder {

    private final ZoneId city;

    RecordBinder(ZoneId city) {
        this.city = city;
    }

    /**
     * Binds.
     *
     * @param caseNumber the case
     * @param asOf the day
     * @param parts the parts in order
     * @param out where the PDF goes; stays open
     * @return how many pages it has
     */
    int bind(String caseNumber, LocalDate asOf, List<Part> parts, OutputStream out) throws IOException {
        List<PDDocument> sources = new ArrayList<>();
        try (PDDocument record = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PDDocumentOutline outline = new PDDocumentOutline();
            for (Part part : parts) {
                if (part.pages() > 0) {
                    int first = record.getNumberOfPages();
                    PDDocument source = Loader.loadPDF(part.file().toFile(), IOUtils.createTempFileOnlyStreamCache());
                    // What is imported is read from its source when the record is saved.
                    sources.add(source);
                    add(record, source, part);
                    bookmark(outline, part.title(), record.getPage(first));
                }
            }
            number(record, caseNumber, asOf);
            describe(record, caseNumber, asOf, outline);
            RecordMetadata.write(record, parts.stream().allMatch(part -> part.own() || part.pages() == 0));
            record.save(out);
            return record.getNumberOfPages();
        } finally {
            for (PDDocument source : sources) {
                source.close();
            }
        }
    }

    private static void add(PDDocument record, PDDocument source, Part part) throws IOException {
        if (part.own()) {
            // Keeps the tags by which a screen reader reads.
            new PDFMergerUtility().appendDocument(record, source);
            return;
        }
        source.setAllSecurityToBeRemoved(true);
        PDAcroForm form = source.getDocumentCatalog().getAcroForm();
        if (form != null) {
            form.flatten();
        }
        for (PDPage page : source.getPages()) {
            PDPage bound = record.importPage(page);
            bound.setResources(page.getResources());
            bound.setMediaBox(page.getMediaBox());
            bound.setCropBox(page.getCropBox());
            bound.setRotation(page.getRotation());
            // A page from outside acts on nothing in here.
            bound.getCOSObject().removeItem(COSName.AA);
            bound.getCOSObject().removeItem(COSName.STRUCT_PARENTS);
            for (PDAnnotation annotation : bound.getAnnotations()) {
                annotation.getCOSObject().removeItem(COSName.A);
                annotation.getCOSObject().removeItem(COSName.AA);
                annotation.getCOSObject().removeItem(COSName.DEST);
            }
        }
    }

    private static void bookmark(PDDocumentOutline outline, String title, PDPage page) {
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(page);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(destination);
        outline.addLast(item);
    }

    private static void number(PDDocument record, String caseNumber, LocalDate asOf) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                RecordBinder.class.getResourceAsStream("/fonts/PublicSans-Regular.ttf"),
                "The font is packed with casework")) {
            PDFont font = PDType0Font.load(record, in, true);
            int page = 1;
            for (PDPage sheet : record.getPages()) {
                PageNumber.stamp(
                        record,
                        sheet,
                        font,
                        caseNumber + " as of " + asOf,
                        caseNumber + "-"
                                + "0"
                                        .repeat(Math.max(
                                                0, 6 - String.valueOf(page).length())) + page);
                page++;
            }
        }
    }

    private void describe(PDDocument record, String caseNumber, LocalDate asOf, PDDocumentOutline outline) {
        record.getDocumentCatalog().setDocumentOutline(outline);
        record.getDocumentCatalog().setLanguage("en-US");
        Calendar day = GregorianCalendar.from(asOf.atStartOfDay(city));
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle("Record of case " + caseNumber + " as of " + asOf);
        about.setCreator("Muniflow");
        about.setCreationDate(day);
        about.setModificationDate(day);
        record.setDocumentInformation(about);
        record.setDocumentId(asOf.toEpochDay());
    }
}
