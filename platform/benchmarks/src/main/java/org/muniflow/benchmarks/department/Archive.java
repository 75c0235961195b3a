package org.muniflow.benchmarks.department;

import static org.muniflow.api.module.Declaration.Right.READ;
import static org.muniflow.api.module.Declaration.Right.START;
import static org.muniflow.api.module.Declaration.Right.WORK;

import org.muniflow.api.module.Declaration;
import org.muniflow.api.module.DepartmentModule;
import org.muniflow.api.module.ProcessDeclaration;

/** A department whose steps are slow. */
public final class Archive implements DepartmentModule {

    /** Makes the declaration. */
    public Archive() {}

    @Override
    public void declare(Declaration module) {
        module.title("Archive")
                .team("records-director", "Director of records")
                .process(new ProcessDeclaration("filing", "FILE", "Filing", null, null))
                .include(new Steps())
                .grant("records-director", "filing", READ, WORK, START);
    }
}
