package org.muniflow.kernel.modules;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.delegates.Offers;

/** Looks for contradictions between what a module's manifest, declaration, catalogue and files say. */
final class ModuleChecks {

    private ModuleChecks() {}

    static void declaration(ModuleManifest manifest, Declared declared, ModuleJar jar, Consumer<String> problems) {
        Set<String> keys =
                declared.processes().stream().map(ProcessDeclaration::key).collect(Collectors.toSet());
        if (!keys.equals(manifest.provides())) {
            problems.accept("Provide-Process names " + sorted(manifest.provides()) + ", the module declares "
                    + sorted(keys) + "; make them the same.");
        }
        for (String key : sorted(keys)) {
            if (jar.file("bpmn/" + key + ".bpmn").isEmpty()) {
                problems.accept("Process " + key + " has no file bpmn/" + key + ".bpmn.");
            }
        }
        declared.grants().stream()
                .filter(grant -> !keys.contains(grant.processKey()))
                .forEach(grant -> problems.accept("A grant for " + grant.groupId() + " names the process "
                        + grant.processKey() + ", which the module does not declare."));
        Set<String> compartments = new TreeSet<>();
        declared.compartments().stream()
                .filter(compartment -> !compartments.add(compartment.id()))
                .forEach(compartment -> problems.accept(
                        "The compartment " + compartment.id() + " is declared twice; declare it once."));
    }

    static void catalogue(RunningModule module, Offers offers, Consumer<String> problems) {
        Set<String> listed = new TreeSet<>();
        Optional<byte[]> catalogue = module.resource("META-INF/muniflow/catalogue.json");
        if (catalogue.isPresent()) {
            try {
                for (JsonNode offer : module.json().readTree(catalogue.get())) {
                    listed.add(offer.path("name").asText());
                }
            } catch (IOException e) {
                problems.accept("META-INF/muniflow/catalogue.json is not readable; build the module again.");
                return;
            }
        }
        for (String name : listed) {
            if (!offers.names().contains(name)) {
                problems.accept("'" + name + "' is @Offered but not among the declared components; declare it.");
            }
        }
        for (String name : sorted(offers.names())) {
            if (!listed.contains(name)) {
                problems.accept("'" + name + "' is not in META-INF/muniflow/catalogue.json; compile the module with the"
                        + " API's annotation processor.");
            }
        }
    }

    private static TreeSet<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }
}
