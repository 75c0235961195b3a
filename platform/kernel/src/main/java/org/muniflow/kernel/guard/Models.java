package org.muniflow.kernel.guard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.guard.ModelKey.Kind;

/** The files of one deployment, read once for all rules. */
final class Models {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "scriptTask",
            "manualTask",
            "task",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway");

    /**
     * A BPMN or DMN file.
     *
     * @param name the file's name
     * @param root the root element
     */
    record Xml(String name, XmlNode root) {

        Stream<XmlNode> all(String... names) {
            return root.all(names);
        }

        Stream<XmlNode> nodes() {
            return root.all().filter(node -> NODES.contains(node.name));
        }
    }

    /**
     * A form.
     *
     * @param name the file's name
     * @param root the JSON
     */
    record Form(String name, JsonNode root) {

        String id() {
            return root.path("id").asText("");
        }
    }

    final List<Xml> bpmn = new ArrayList<>();
    final List<Xml> dmn = new ArrayList<>();
    final List<Form> forms = new ArrayList<>();

    private Models() {}

    static Models read(Map<String, byte[]> files, Report report) {
        Models models = new Models();
        JsonMapper json = JsonMapper.builder().build();
        files.forEach((name, bytes) -> {
            try {
                // The engine knows its files by these ends, with or without a dot before them.
                if (name.endsWith("bpmn") || name.endsWith("bpmn20.xml")) {
                    models.bpmn.add(new Xml(name, XmlNode.parse(bytes)));
                } else if (name.endsWith("dmn") || name.endsWith("dmn11.xml")) {
                    models.dmn.add(new Xml(name, XmlNode.parse(bytes)));
                } else if (name.endsWith("form")) {
                    models.forms.add(new Form(name, json.readTree(bytes)));
                }
            } catch (XMLStreamException e) {
                report.add(
                        name,
                        "",
                        e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                        e.getLocation() == null ? 0 : e.getLocation().getColumnNumber(),
                        "The file is not well-formed XML. Open it in the modeler and save it again.");
            } catch (IOException e) {
                JsonLocation place = e instanceof JacksonException wrong ? wrong.getLocation() : null;
                report.add(
                        name,
                        "",
                        place == null ? 0 : place.getLineNr(),
                        place == null ? 0 : place.getColumnNr(),
                        "The form is not well-formed JSON. Open it in the form editor and save it again.");
            }
        });
        return models;
    }

    Stream<XmlNode> processes() {
        return bpmn.stream().flatMap(file -> file.all("process"));
    }

    Set<String> processKeys() {
        return processes().map(process -> process.attribute("id", "")).collect(Collectors.toSet());
    }

    Set<String> decisionIds() {
        return dmn.stream()
                .flatMap(file -> file.all("decision"))
                .map(XmlNode::id)
                .collect(Collectors.toSet());
    }

    /**
     * A process, decision or form and where it stands.
     *
     * @param key its key
     * @param file the file's name
     * @param line its line; 0 in a form
     * @param column its column; 0 in a form
     */
    record Keyed(ModelKey key, String file, int line, int column) {

        void tell(Report report, String message) {
            report.add(file, key.id(), line, column, message);
        }
    }

    /** All that modules own, in the order of the files. */
    List<Keyed> keyed() {
        List<Keyed> keyed = new ArrayList<>();
        bpmn.forEach(file -> file.all("process").forEach(node -> keyed.add(keyed(Kind.PROCESS, file, node))));
        dmn.forEach(file -> file.all("decision").forEach(node -> keyed.add(keyed(Kind.DECISION, file, node))));
        forms.forEach(form -> keyed.add(new Keyed(new ModelKey(Kind.FORM, form.id()), form.name(), 0, 0)));
        return keyed;
    }

    private static Keyed keyed(Kind kind, Xml file, XmlNode node) {
        return new Keyed(new ModelKey(kind, node.attribute("id", "")), file.name(), node.line, node.column);
    }

    /** The keys of all that modules own in some files, as far as they can be read. */
    static Set<ModelKey> keys(Map<String, byte[]> files) {
        return read(files, new Report()).keyed().stream()
                .map(Keyed::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> userTaskIds() {
        return bpmn.stream()
                .flatMap(file -> file.all("userTask"))
                .map(XmlNode::id)
                .collect(Collectors.toSet());
    }

    /** The kinds of the clocks in the deployment's clock tables by id; null when it holds no such table. */
    @Nullable
    Map<String, String> clockKinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        boolean any = false;
        for (Xml file : dmn) {
            if (!file.name().endsWith("-clocks.dmn")) {
                continue;
            }
            any = true;
            file.all("decisionTable").forEach(table -> clockRows(table, kinds));
        }
        return any ? kinds : null;
    }

    private static void clockRows(XmlNode table, Map<String, String> kinds) {
        List<String> columns = Stream.concat(table.children("input"), table.children("output"))
                .map(column -> column.attribute("name", column.attribute("label", column.attribute("id", ""))))
                .toList();
        int id = position(columns, "id", "clock", "clockId");
        int kind = position(columns, "kind");
        table.children("rule").forEach(row -> {
            List<String> cells = Stream.concat(row.children("inputEntry"), row.children("outputEntry"))
                    .map(cell ->
                            cell.children("text").findFirst().map(XmlNode::text).orElse(""))
                    .map(text -> text.replace("\"", "").strip())
                    .toList();
            if (id >= 0 && id < cells.size()) {
                kinds.put(cells.get(id), kind >= 0 && kind < cells.size() ? cells.get(kind) : "");
            }
        });
    }

    private static int position(List<String> columns, String... names) {
        for (int i = 0; i < columns.size(); i++) {
            for (String name : names) {
                if (columns.get(i).equalsIgnoreCase(name)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
