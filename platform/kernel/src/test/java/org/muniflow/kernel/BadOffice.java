package org.muniflow.kernel;

/** A sound department from which tests make unsound ones. */
public final class BadOffice {

    private BadOffice() {}

    /** Its declaring class, without what it declares besides its process and components. */
    public static final String MODULE = """
            package bad;
            import org.muniflow.api.module.*;
            public final class BadModule implements DepartmentModule {
                @Override public void declare(Declaration module) {
                    module.process(new ProcessDeclaration("bad", "BAD", "Bad", null, null))
                        .components(WeighApplication.class, FormComplete.class);
                }
            }
            """;

    /** A complete, valid jar. */
    public static ModulePack pack() {
        return ModulePack.named("bad-office", "1.0.0")
                .manifest("Provide-Process", "bad")
                .manifest("Module-Class", "bad.BadModule")
                .java(MODULE)
                .java(PermitModule.DELEGATE
                        .replace("package permits", "package bad")
                        .replace("permit_office", "bad_office"))
                .java(PermitModule.GUARD.replace("package permits", "package bad"))
                .file("bpmn/bad.bpmn", PermitModule.BPMN.replace("id=\"permit\"", "id=\"bad\""))
                .file("db/migration/V1__weighing.sql", "create table bad_office.weighing (case_number varchar(40));");
    }

    /** The department with statements in its declaration. */
    public static ModulePack declaring(String statements) {
        return pack().java(MODULE.replace(
                "module.process(", "int one = 1;\n" + statements + "\n        if (one == 1) module.process("));
    }

    /** The department with one more component. */
    public static ModulePack with(String... components) {
        ModulePack pack = pack();
        StringBuilder names = new StringBuilder();
        for (String component : components) {
            pack.java("package bad;\n" + component);
            names.append(component.replaceAll("(?s).*?class (\\w+).*", "$1.class, "));
        }
        return pack.java(MODULE.replace("WeighApplication.class", names + "WeighApplication.class"));
    }
}
