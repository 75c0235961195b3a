package org.muniflow.casework.document;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.department.Departments;

/**
 * Who may see or change what hangs on a case: the groups to which its department grants a right on its process. A module that
 * is stopped, retired or removed changes nothing about that: what it granted last still holds, no more and no less.
 */
public final class CaseAccess {

    private final Departments departments;
    private final Supplier<Cases> cases;

    CaseAccess(Departments departments, Supplier<Cases> cases) {
        this.departments = departments;
        this.cases = cases;
    }

    /**
     * Tells whether a group has a right on a process.
     *
     * @param groups the person's groups
     * @param processKey the process
     * @param right the right
     * @return true if one of them has it
     */
    public boolean may(Set<String> groups, String processKey, Right right) {
        return departments
                .ofProcess(processKey)
                .filter(department -> department.allows(groups, processKey, right))
                .isPresent();
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
        return departments
                .find(module)
                .filter(department -> department.allows(groups, right))
                .isPresent();
    }

    /**
     * Returns the processes on which a group has a right.
     *
     * @param groups the person's groups
     * @param right the right
     * @return the processes' keys; empty when none
     */
    public Set<String> processes(Set<String> groups, Right right) {
        return departments.all().stream()
                .flatMap(department -> department.processes().stream()
                        .map(ProcessDeclaration::key)
                        .filter(process -> department.allows(groups, process, right)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Tells whether a person may read a document: who may read its case, and of a confidential one only who works on such
     * cases (KCMO Code § 3-461(p)). Every list and every download asks this.
     *
     * @param groups the person's groups
     * @param module the module that stored it
     * @param document the document
     * @return true if the person may
     */
    public boolean mayRead(Set<String> groups, String module, StoredDocument document) {
        Right needed = document.confidential() ? Right.WORK : Right.READ;
        String caseNumber = document.caseNumber();
        return caseNumber == null ? mayInModule(groups, module, needed) : mayOnCase(groups, caseNumber, needed);
    }

    /** Returns the process of a case; of one that has no file yet, the process whose case numbers begin as this one does. */
    Optional<String> processOf(String caseNumber) {
        return cases.get().find(caseNumber).map(Cases.CaseFile::processKey).or(() -> {
            String prefix = caseNumber.substring(0, Math.max(caseNumber.indexOf('-'), 0));
            return departments.processOfPrefix(prefix);
        });
    }

    /** Returns the module that owns a process. */
    Optional<String> moduleOf(String processKey) {
        return departments
                .ofProcess(processKey)
                .map(department -> department.module().name());
    }
}
