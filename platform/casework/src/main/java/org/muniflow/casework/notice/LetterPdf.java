package org.muniflow.casework.notice;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Prints a page as a tagged PDF that keeps (PDF/A-2a) and that a screen reader reads in order (PDF/UA-1). Thread-safe.
 */
public final class LetterPdf {

    private static final String FAMILY = "Public Sans";

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final byte[] regular = font("PublicSans-Regular.ttf");
    private final byte[] bold = font("PublicSans-Bold.ttf");
    private final byte[] italic = font("PublicSans-Italic.ttf");
    private final byte[] colors = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    LetterPdf() {}

    /**
     * Prints.
     *
     * @param page the page; reaches for nothing outside itself
     * @return the PDF
     */
    public byte[] print(Document page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colors);
        builder.useFont(open(regular), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(open(bold), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(open(italic), FAMILY, 400, FontStyle.ITALIC, true);
        // A letter is complete in itself: whatever address it names is not fetched.
        builder.useUriResolver(
                (base, uri) -> uri != null && (uri.startsWith("#") || uri.startsWith("data:")) ? uri : null);
        builder.withW3cDocument(new W3CDom().fromJsoup(page), "");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter '" + page.title() + "' cannot be printed as PDF", e);
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> open(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] font(String file) {
        try (InputStream in = Objects.requireNonNull(
                LetterPdf.class.getResourceAsStream("/fonts/" + file),
                "The font " + file + " is packed with casework")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        }
    }
}
