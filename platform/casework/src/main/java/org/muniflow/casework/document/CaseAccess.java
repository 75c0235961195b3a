package org.muniflow.casework.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.Modules;

/** Who may see or change what hangs on a case: the groups to which its module grants a right on its process. */
public final class CaseAccess {

    private final Supplier<Modules> modules;

    CaseAccess(Supplier<Modules> modules) {
        this.modules = modules;
    }

    /**
     * Tells whether a group has a right on a process.
     *
     * @param groups the person's groups
     * @param processKey the process
     * @param right the right
     * @return true if one of them has it; false also while the process's module is stopped
     */
    public boolean may(Set<String> groups, String processKey, Right right) {
        return modules.get().owner(processKey).stream()
                .flatMap(module -> module.grants().stream())
                .filter(grant -> grant.processKey().equals(processKey))
                .anyMatch(grant -> allows(grant, groups, right));
    }

    /**
     * Tells whether a group has a right on a case.
     *
     * @param groups the person's groups
     * @param caseNumber the case
     * @param right the right
     * @return true if one of them has it
     */
    public boolean mayOnCase(Set<String> groups, String caseNumber, Right right) {
        return processOf(caseNumber)
                .filter(process -> may(groups, process, right))
                .isPresent();
    }

    /**
     * Tells whether a group has a right on any process of a module.
     *
     * @param groups the person's groups
     * @param module the module's name
     * @param right the right
     * @return true if one of them has it
     */
    public boolean mayInModule(Set<String> groups, String module, Right right) {
        return modules.get().find(module).stream()
                .map(ActiveModule::grants)
                .flatMap(List::stream)
                .anyMatch(grant -> allows(grant, groups, right));
    }

    /** Returns the process whose case numbers begin as this one does. */
    Optional<String> processOf(String caseNumber) {
        String prefix = caseNumber.substring(0, Math.max(caseNumber.indexOf('-'), 0));
        return modules.get().active().stream()
                .flatMap(module -> module.processes().stream())
                .filter(process -> process.prefix().equals(prefix))
                .map(process -> process.key())
                .findFirst();
    }

    /** Returns the module that owns a process. */
    Optional<String> moduleOf(String processKey) {
        return modules.get().owner(processKey).map(ActiveModule::name);
    }

    private static boolean allows(GrantDeclaration grant, Set<String> groups, Right right) {
        return groups.contains(grant.groupId()) && grant.rights().contains(right);
    }
}
