package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Prints, and validates what was printed, for tests of other packages. */
public final class PdfForTests {

    private PdfForTests() {}

    /** Returns the real printer. */
    public static LetterPdf printer() {
        return new LetterPdf();
    }

    /** Asserts that a screen reader can read a PDF (PDF/UA-1) and that it keeps (PDF/A-2a). */
    public static void assertAccessibleAndLasting(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                assertThat(validator.validate(parser).getTestAssertions())
                        .as(flavour.name())
                        .isEmpty();
            }
        }
    }
}
