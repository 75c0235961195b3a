package org.muniflow.casework.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.module.CompartmentDeclaration;
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
     * Tells whether a person may read a document: who may read its case; one that is closed as a public record (KCMO Code
     * § 3-461(p), for example) only who works on such cases; one of a compartment only who belongs to that as well. Every
     * list and every download asks this.
     *
     * @param groups the person's groups
     * @param module the module that stored it
     * @param document the document
     * @return true if the person may
     */
    public boolean mayRead(Set<String> groups, String module, StoredDocument document) {
        String compartment = document.compartment();
        return (compartment == null
                        || compartment(module, compartment)
                                .filter(part -> among(groups, part.readers()) || among(groups, part.workers()))
                                .isPresent())
                && may(groups, module, document, document.confidential() ? Right.WORK : Right.READ);
    }

    /**
     * Tells whether a person may replace a document by a newer version, close it, or put it into a compartment.
     *
     * @param groups the person's groups
     * @param module the module that stored it
     * @param document the document
     * @return true for whoever works on its case and, if it is in a compartment, in that
     */
    boolean mayWorkOn(Set<String> groups, String module, StoredDocument document) {
        String compartment = document.compartment();
        return (compartment == null || mayFillCompartment(groups, module, compartment))
                && may(groups, module, document, Right.WORK);
    }

    /** Tells whether a person may open a closed document, or take it out of its compartment: what was seen stays seen. */
    boolean mayOpen(Set<String> groups, String module, StoredDocument document) {
        return mayWorkOn(groups, module, document) && may(groups, module, document, Right.CORRECT);
    }

    /** Tells whether a person may put documents into a compartment. */
    boolean mayFillCompartment(Set<String> groups, String module, String compartment) {
        return compartment(module, compartment)
                .filter(part -> among(groups, part.workers()))
                .isPresent();
    }

    /** Returns the compartments of a module that a person may put documents into. */
    List<CompartmentDeclaration> fillable(Set<String> groups, String module) {
        return departments.find(module).stream()
                .flatMap(department -> department.compartments().stream())
                .filter(part -> among(groups, part.workers()))
                .toList();
    }

    /** Finds a compartment; one that nobody declares any more is closed to everybody. */
    Optional<CompartmentDeclaration> compartment(String module, String id) {
        return departments.find(module).flatMap(department -> department.compartment(id));
    }

    private boolean may(Set<String> groups, String module, StoredDocument document, Right right) {
        String caseNumber = document.caseNumber();
        return caseNumber == null ? mayInModule(groups, module, right) : mayOnCase(groups, caseNumber, right);
    }

    private static boolean among(Set<String> groups, Set<String> allowed) {
        return groups.stream().anyMatch(allowed::contains);
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
