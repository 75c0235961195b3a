package org.muniflow.casework.bundle;

import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** Writes a number under a page, on a strip that is added below it: nothing on the page is covered or made smaller. */
final class PageNumber {

    private static final float STRIP = 22;
    private static final float MARGIN = 28;
    private static final float SIZE = 8;

    private PageNumber() {}

    static void stamp(PDDocument record, PDPage page, PDFont font, String left, String right) throws IOException {
        PDRectangle box = page.getCropBox();
        int turned = Math.floorMod(page.getRotation(), 360);
        PDRectangle larger = larger(box, turned);
        page.setMediaBox(larger);
        page.setCropBox(larger);
        float length = turned % 180 == 0 ? larger.getWidth() : larger.getHeight();
        float end = Math.max(MARGIN, length - MARGIN - font.getStringWidth(right) / 1000 * SIZE);
        try (PDPageContentStream content = new PDPageContentStream(record, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.beginText();
            content.setFont(font, SIZE);
            content.setTextMatrix(place(larger, turned, MARGIN));
            content.showText(left);
            content.setTextMatrix(place(larger, turned, end));
            content.showText(right);
            content.endText();
            content.endMarkedContent();
        }
    }

    /** Adds the strip at the edge that is the lower one when the page is shown, turned clockwise. */
    private static PDRectangle larger(PDRectangle box, int turned) {
        float left = box.getLowerLeftX() - (turned == 270 ? STRIP : 0);
        float bottom = box.getLowerLeftY() - (turned == 0 ? STRIP : 0);
        float width = box.getWidth() + (turned % 180 == 0 ? 0 : STRIP);
        float height = box.getHeight() + (turned % 180 == 0 ? STRIP : 0);
        return new PDRectangle(left, bottom, width, height);
    }

    /** Where text begins that stands so far from the shown left edge on the strip. */
    private static Matrix place(PDRectangle box, int turned, float along) {
        float up = STRIP / 2 - SIZE / 3;
        return switch (turned) {
            case 90 -> new Matrix(0, 1, -1, 0, box.getUpperRightX() - up, box.getLowerLeftY() + along);
            case 180 -> new Matrix(-1, 0, 0, -1, box.getUpperRightX() - along, box.getUpperRightY() - up);
            case 270 -> new Matrix(0, -1, 1, 0, box.getLowerLeftX() + up, box.getUpperRightY() - along);
            default -> new Matrix(1, 0, 0, 1, box.getLowerLeftX() + along, box.getLowerLeftY() + up);
        };
    }
}
