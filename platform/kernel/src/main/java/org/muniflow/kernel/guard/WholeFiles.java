package org.muniflow.kernel.guard;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands in one file of a module is published in one file: otherwise its other half would be lost. */
final class WholeFiles implements ModelRule {

    @Override
    public String id() {
        return "whole-files";
    }

    @Override
    public void check(Models models, City city, Report report) {
        Set<ModelKey> present = models.keyed().stream().map(Models.Keyed::key).collect(Collectors.toSet());
        for (Models.Keyed model : models.keyed()) {
            Set<String> missing = city.inOneFile(model.key()).stream()
                    .filter(key -> !present.contains(key))
                    .map(ModelKey::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!missing.isEmpty()) {
                model.tell(
                        report,
                        "In its module it stands in one file with " + String.join(", ", missing)
                                + ". Deploy the whole file.");
            }
        }
    }
}
