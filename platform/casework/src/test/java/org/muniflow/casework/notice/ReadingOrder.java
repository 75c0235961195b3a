package org.muniflow.casework.notice;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The text of a tagged PDF in the order in which a screen reader speaks it. */
final class ReadingOrder {

    private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
    private final StringBuilder spoken = new StringBuilder();

    private ReadingOrder(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> ofPage = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, ofPage));
            texts.put(page, ofPage);
        }
        speak(document.getDocumentCatalog().getStructureTreeRoot(), null);
    }

    static String of(PDDocument document) throws IOException {
        return Normalizer.normalize(new ReadingOrder(document).spoken, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ");
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        StringBuilder text = new StringBuilder();
        List<Object> parts = content.getContents();
        for (Object part : parts) {
            if (part instanceof TextPosition letter) {
                text.append(letter.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, texts);
            }
        }
        texts.merge(content.getMCID(), text.toString(), String::concat);
    }

    private void speak(PDStructureNode node, PDPage page) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                speak(element, element.getPage() == null ? page : element.getPage());
            } else if (kid instanceof PDMarkedContentReference reference) {
                say(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
            } else if (kid instanceof Integer mcid) {
                say(page, mcid);
            }
        }
        spoken.append(' ');
    }

    private void say(PDPage page, int mcid) {
        spoken.append(texts.entrySet().stream()
                .filter(entry -> page != null && entry.getKey().getCOSObject() == page.getCOSObject())
                .map(entry -> entry.getValue().getOrDefault(mcid, ""))
                .collect(Collectors.joining()));
    }
}
