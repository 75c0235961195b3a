package org.muniflow.casework.duty;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.kernel.spi.Modules;

/** What the running modules declare. */
interface DeclaredDuties {

    /** A duty and the module that declares it. */
    record Declared(String module, ReportDuty duty) {}

    /** Returns the duties of the versions that speak for their departments. */
    List<Declared> all();

    /** Finds a duty of any running version of a module, the one that speaks for the department first. */
    Optional<ReportDuty> find(String module, String dutyId);

    static DeclaredDuties of(Supplier<Modules> modules) {
        return new DeclaredDuties() {

            @Override
            public List<Declared> all() {
                return modules.get().active().stream()
                        .flatMap(module -> module.components(ReportDuty.class).stream()
                                .map(duty -> new Declared(module.name(), duty)))
                        .toList();
            }

            @Override
            public Optional<ReportDuty> find(String module, String dutyId) {
                return modules.get().versions(module).stream()
                        .flatMap(version -> version.components(ReportDuty.class).stream())
                        .filter(duty -> duty.id().equals(dutyId))
                        .findFirst();
            }
        };
    }
}
