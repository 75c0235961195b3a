package org.muniflow.casework.bundle;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Puts an image on a page of its own, as large as the margins allow and never larger than it is. */
final class ImagePage {

    private static final float MARGIN = 36;
    private static final long MOST_PIXELS = 60_000_000;

    private ImagePage() {}

    /** Writes the page; false when the image is too large to be opened safely. */
    static boolean write(Path image, Path pdf) throws IOException {
        Dimension size = size(image);
        if ((long) size.width * size.height > MOST_PIXELS) {
            return false;
        }
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PDImageXObject drawn = PDImageXObject.createFromFileByContent(image.toFile(), document);
            PDRectangle paper = size.width > size.height
                    ? new PDRectangle(PDRectangle.LETTER.getHeight(), PDRectangle.LETTER.getWidth())
                    : PDRectangle.LETTER;
            PDPage page = new PDPage(paper);
            document.addPage(page);
            float scale = Math.min(
                    1,
                    Math.min(
                            (paper.getWidth() - 2 * MARGIN) / size.width,
                            (paper.getHeight() - 2 * MARGIN) / size.height));
            float width = size.width * scale;
            float height = size.height * scale;
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        drawn, (paper.getWidth() - width) / 2, (paper.getHeight() - height) / 2, width, height);
            }
            document.save(pdf.toFile());
        }
        return true;
    }

    private static Dimension size(Path image) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(image.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("No reader for this image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return new Dimension(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }
}
