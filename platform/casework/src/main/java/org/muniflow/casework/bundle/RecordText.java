package org.muniflow.casework.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.muniflow.casework.notice.LetterPdf;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints the parts of a record that are text. */
final class RecordText {

    private final LetterPdf pdf;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    RecordText(LetterPdf pdf) {
        this.pdf = pdf;
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(RecordText.class.getClassLoader());
        resolver.setPrefix("record/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    /** A line of the index. */
    record IndexLine(String title, int page, String note) {}

    /** Prints a part and returns it with its number of pages. */
    Part print(Path folder, String key, String title, Map<String, Object> values) {
        Context context = new Context(Locale.US, values);
        context.setVariable("title", title);
        Path file = folder.resolve(key + ".pdf");
        try {
            Files.write(file, pdf.print(Jsoup.parse(templates.process(key, context))));
            try (PDDocument printed = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                return new Part(title, file, printed.getNumberOfPages(), true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The part '" + title + "' of the record cannot be written", e);
        }
    }

    /** Prints the index, whose own length moves the pages that it names. */
    Part index(Path folder, Map<String, Object> values, List<Part> following) {
        Part index = print(folder, "index", "Index", with(values, following, 1));
        while (true) {
            Part again = print(folder, "index", "Index", with(values, following, index.pages()));
            if (again.pages() == index.pages()) {
                return again;
            }
            index = again;
        }
    }

    private static Map<String, Object> with(Map<String, Object> values, List<Part> following, int own) {
        List<IndexLine> lines = new ArrayList<>();
        int page = own + 1;
        for (Part part : following) {
            lines.add(
                    new IndexLine(part.title(), part.pages() == 0 ? 0 : page, part.pages() == 0 ? "see the list" : ""));
            page += part.pages();
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("lines", lines);
        all.put("total", page - 1);
        return all;
    }

    /**
     * A part of the record.
     *
     * @param title what the index calls it
     * @param file its PDF
     * @param pages how many pages it has; 0 for a document that is not bound in
     * @param own whether the platform printed it; otherwise it came in from outside
     */
    record Part(String title, Path file, int pages, boolean own) {}
}
