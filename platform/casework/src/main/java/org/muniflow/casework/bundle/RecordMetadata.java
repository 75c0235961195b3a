package org.muniflow.casework.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Says of a record what a screen reader asks first: its title, and whether all of it can be read aloud (PDF/UA-1). That is so when
 * the platform printed every page; pages that came in from outside are as they were handed in, so that the record then claims
 * nothing.
 */
final class RecordMetadata {

    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>en-US</rdf:li></rdf:Bag></dc:language></rdf:Description>
            %s</rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";
    private static final String ACCESSIBLE = """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
            """;

    private RecordMetadata() {}

    /** Replaces what the parts said of themselves and of the moment of their printing. */
    static void write(PDDocument record, boolean own) throws IOException {
        String title =
                record.getDocumentInformation().getTitle().replace("&", "&amp;").replace("<", "&lt;");
        byte[] packet = PACKET.formatted(title, own ? ACCESSIBLE : "").getBytes(StandardCharsets.UTF_8);
        record.getDocumentCatalog().setMetadata(new PDMetadata(record, new ByteArrayInputStream(packet)));
        PDViewerPreferences preferences = record.getDocumentCatalog().getViewerPreferences();
        if (preferences == null) {
            preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        }
        preferences.setDisplayDocTitle(true);
        record.getDocumentCatalog().setViewerPreferences(preferences);
        for (PDPage page : record.getPages()) {
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        }
    }
}
