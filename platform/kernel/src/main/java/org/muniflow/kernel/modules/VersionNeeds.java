package org.muniflow.kernel.modules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleRefused;
import org.springframework.beans.factory.ObjectProvider;

/** Asks everybody what still needs a version. */
final class VersionNeeds {

    private final ModuleTable table;
    private final ModuleModels models;
    private final ObjectProvider<ModuleNeeds> everybody;

    VersionNeeds(ModuleTable table, ModuleModels models, ObjectProvider<ModuleNeeds> everybody) {
        this.table = table;
        this.models = models;
        this.everybody = everybody;
    }

    List<ModuleNeed> of(Row row) {
        List<String> deployments = models.deployments(row.id());
        boolean last = table.all().stream()
                .noneMatch(other -> other.state().name().equals(row.state().name())
                        && !other.id().equals(row.id())
                        && other.lives());
        return everybody
                .orderedStream()
                .flatMap(needs -> needs.find(row.id(), deployments, last).stream())
                .sorted(Comparator.comparing(ModuleNeed::kind))
                .toList();
    }

    /** Throws {@link ModuleRefused} with every need that counts. */
    void refuse(Row row, Predicate<ModuleNeed> counts) {
        List<String> needs =
                of(row).stream().filter(counts).map(ModuleNeed::sentence).toList();
        if (!needs.isEmpty()) {
            throw new ModuleRefused(row.id().toString(), needs);
        }
    }
}
