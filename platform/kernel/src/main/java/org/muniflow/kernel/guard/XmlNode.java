package org.muniflow.kernel.guard;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of a model with its place in the file; attributes of the engine's namespace are {@code camunda:name}. */
final class XmlNode {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";

    final String name;
    final @Nullable XmlNode parent;
    final int line;
    final int column;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlNode(String name, @Nullable XmlNode parent, int line, int column) {
        this.name = name;
        this.parent = parent;
        this.line = line;
        this.column = column;
    }

    static XmlNode parse(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Deque<XmlNode> open = new ArrayDeque<>();
        XmlNode root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlNode node = start(reader, open.peek());
                if (root == null) {
                    root = node;
                }
                open.push(node);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (reader.isCharacters()) {
                XmlNode current = open.peek();
                if (current != null) {
                    current.text.append(reader.getText());
                }
            }
        }
        if (root == null) {
            throw new XMLStreamException("The file is empty");
        }
        return root;
    }

    private static XmlNode start(XMLStreamReader reader, @Nullable XmlNode parent) {
        XmlNode node = new XmlNode(
                name(reader.getNamespaceURI(), reader.getLocalName()),
                parent,
                reader.getLocation().getLineNumber(),
                reader.getLocation().getColumnNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            node.attributes.put(
                    name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        if (parent != null) {
            parent.children.add(node);
        }
        return node;
    }

    private static String name(@Nullable String space, String local) {
        return space != null && space.startsWith(CAMUNDA) ? "camunda:" + local : local;
    }

    boolean is(String... names) {
        for (String candidate : names) {
            if (name.equals(candidate)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    String attribute(String key) {
        return attributes.get(key);
    }

    String attribute(String key, String otherwise) {
        return attributes.getOrDefault(key, otherwise);
    }

    String text() {
        return text.toString().strip();
    }

    Stream<XmlNode> children(String child) {
        return children.stream().filter(node -> node.is(child));
    }

    /** This element and all below it, in the order of the file. */
    Stream<XmlNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::all));
    }

    Stream<XmlNode> all(String... names) {
        return all().filter(node -> node.is(names));
    }

    /** The values of {@code camunda:property}. */
    Map<String, String> properties() {
        Map<String, String> values = new LinkedHashMap<>();
        children("extensionElements")
                .flatMap(extensions -> extensions.children("camunda:properties"))
                .flatMap(properties -> properties.children("camunda:property"))
                .forEach(property -> values.put(property.attribute("name", ""), property.attribute("value", "")));
        return values;
    }

    /** The id of this element, or of the nearest around it that has one. */
    String id() {
        for (XmlNode node = this; node != null; node = node.parent) {
            String id = node.attribute("id");
            if (id != null) {
                return id;
            }
        }
        return "";
    }
}
