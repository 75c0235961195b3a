package org.muniflow.kernel.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Reads the {@code camunda:property} values of an element and keeps them with the parsed model. */
final class ElementProperties {

    private static final String KEY = "muniflow.properties";

    private ElementProperties() {}

    static Map<String, String> keep(Element element, CoreModelElement parsed) {
        Map<String, String> values = read(element);
        parsed.setProperty(KEY, values);
        return values;
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> of(CoreModelElement parsed) {
        Object kept = parsed.getProperty(KEY);
        return kept == null ? Map.of() : (Map<String, String>) kept;
    }

    private static Map<String, String> read(Element element) {
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
            String name = property.attribute("name");
            String value = property.attribute("value");
            if (name != null && value != null) {
                values.put(name, value);
            }
        }
        return Map.copyOf(values);
    }
}
