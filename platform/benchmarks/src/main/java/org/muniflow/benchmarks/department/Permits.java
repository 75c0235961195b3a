package org.muniflow.benchmarks.department;

import static org.muniflow.api.module.Declaration.Right.READ;
import static org.muniflow.api.module.Declaration.Right.START;
import static org.muniflow.api.module.Declaration.Right.WORK;

import org.muniflow.api.module.Declaration;
import org.muniflow.api.module.DepartmentModule;
import org.muniflow.api.module.ProcessDeclaration;

/** The other department, whose cases must not notice when {@link Refunds} is replaced. */
public final class Permits implements DepartmentModule {

    /** Makes the declaration. */
    public Permits() {}

    @Override
    public void declare(Declaration module) {
        module.title("Permits")
                .team("law", "Law department")
                .process(new ProcessDeclaration("permit", "PRMT", "Permit", null, null))
                .include(new Steps())
                .grant("law", "permit", READ, WORK, START);
    }
}
