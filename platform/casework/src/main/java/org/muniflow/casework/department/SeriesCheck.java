package org.muniflow.casework.department;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;

/** Checks a module's series of records when it is installed. */
final class SeriesCheck implements ModuleListener {

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        Set<String> known =
                module.processes().stream().map(ProcessDeclaration::key).collect(Collectors.toSet());
        module.resource(RecordSeries.PATH).map(yaml -> RecordSeries.read(yaml, problems)).stream()
                .flatMap(all -> all.stream())
                .forEach(series -> series.processes().stream()
                        .filter(process -> !known.contains(process))
                        .forEach(process -> problems.accept(
                                RecordSeries.PATH + ", " + series.id() + ": the module has no process " + process)));
    }
}
