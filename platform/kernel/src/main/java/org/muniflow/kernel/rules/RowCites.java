package org.muniflow.kernel.rules;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the annotation column {@code Cites} of decision tables, which the engine leaves aside. */
final class RowCites {

    private final Map<String, String> cites = new HashMap<>();
    private List<String> columns = new ArrayList<>();
    private @Nullable String row;
    private int column;

    private RowCites() {}

    /** Returns the citations by the rows' ids; rows without one are left out. */
    static Map<String, String> read(byte[] dmn) {
        RowCites found = new RowCites();
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(dmn));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    found.element(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("A decision table is not well-formed XML: " + e.getMessage(), e);
        }
        return found.cites;
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "decisionTable" -> columns = new ArrayList<>();
            case "annotation" -> columns.add(String.valueOf(reader.getAttributeValue(null, "name")));
            case "rule" -> {
                row = reader.getAttributeValue(null, "id");
                column = 0;
            }
            case "annotationEntry" -> entry(reader);
            default -> {}
        }
    }

    private void entry(XMLStreamReader reader) throws XMLStreamException {
        int mine = column++;
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String text = reader.getElementText().strip();
            if (row != null
                    && !text.isEmpty()
                    && mine < columns.size()
                    && columns.get(mine).equalsIgnoreCase("cites")) {
                cites.put(row, text);
            }
        }
    }
}
