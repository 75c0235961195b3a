package org.muniflow.benchmarks.department;

import static org.muniflow.api.module.Declaration.Right.READ;
import static org.muniflow.api.module.Declaration.Right.START;
import static org.muniflow.api.module.Declaration.Right.WORK;

import org.muniflow.api.module.Declaration;
import org.muniflow.api.module.DepartmentModule;
import org.muniflow.api.module.ProcessDeclaration;

/** The measured department: a straight case, a case with a task and a clock, a case of jobs. */
public final class Refunds implements DepartmentModule {

    /** Makes the declaration. */
    public Refunds() {}

    @Override
    public void declare(Declaration module) {
        module.title("Refunds")
                .team("finance", "Finance department")
                .process(new ProcessDeclaration("refund", "RFND", "Refund", null, null))
                .process(new ProcessDeclaration("objection", "OBJC", "Objection", null, null))
                .process(new ProcessDeclaration("statement-run", "STMT", "Statement run", null, null))
                .include(new Steps())
                .grant("finance", "refund", READ, WORK, START)
                .grant("finance", "objection", READ, WORK, START)
                .grant("finance", "statement-run", READ, WORK, START);
    }
}
