package org.muniflow.civilrights.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.standing.ReasonCode;

/** Choices that several pages offer. */
final class Choices {

    private Choices() {}

    static Map<String, String> programs() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Program program : Program.values()) {
            choices.put(program.name(), program.title());
        }
        return choices;
    }

    static Map<String, String> documentTypes() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (DocumentType type : DocumentType.values()) {
            choices.put(type.name(), type.title());
        }
        return choices;
    }

    static Map<String, String> reasonCodes() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (ReasonCode code : ReasonCode.values()) {
            choices.put(code.name(), code.text() + " " + code.cites().replace("KCMO Code ", ""));
        }
        return choices;
    }

    static Map<String, String> authorities() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("UCP", "Unified certification program");
        choices.put("MODOT", "Missouri department of transportation");
        choices.put("KDOT", "Kansas department of transportation");
        choices.put("NONE", "None");
        return choices;
    }

    static boolean arePrograms(List<String> names) {
        return programs().keySet().containsAll(names);
    }
}
