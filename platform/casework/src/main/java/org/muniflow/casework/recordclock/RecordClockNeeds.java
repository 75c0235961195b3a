package org.muniflow.casework.recordclock;

import java.util.Collection;
import java.util.List;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeeds;

/** Clocks of records that will open a process: any version of the module can, but the last one must stay. */
final class RecordClockNeeds implements ModuleNeeds {

    private static final int EXAMPLES = 5;

    private final RecordClockRows rows;

    RecordClockNeeds(RecordClockRows rows) {
        this.rows = rows;
    }

    @Override
    public List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last) {
        List<String> waiting = last ? rows.waiting(module.name()) : List.of();
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<String> examples = waiting.stream().distinct().limit(EXAMPLES).toList();
        return List.of(new ModuleNeed(
                ModuleNeed.Kind.RECORD_CLOCKS,
                waiting.size(),
                examples,
                waiting.size()
                        + (waiting.size() == 1
                                ? " clock of a record will open a process of it ("
                                : " clocks of records will open a process of it (")
                        + String.join(", ", examples)
                        + "); wait until they are settled, or let another version stay."));
    }
}
