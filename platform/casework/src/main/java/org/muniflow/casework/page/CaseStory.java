package org.muniflow.casework.page;

import java.util.List;
import java.util.Set;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.journal.CaseAccount;
import org.muniflow.casework.journal.FiredRule;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.springframework.stereotype.Component;

/** What happened in a case, as a visitor may see it. Values are shown to those who work on cases of its kind. */
@Component
final class CaseStory {

    private final CaseAccount account;
    private final Departments departments;

    CaseStory(CaseAccount account, Departments departments) {
        this.account = account;
        this.departments = departments;
    }

    /**
     * The rules that fired.
     *
     * @param rules the newest answers, the oldest of them first
     * @param more whether there are older ones
     */
    record Fired(List<FiredRule> rules, boolean more) {}

    /** Tells whether the visitor works on cases of this kind, and so sees what is not for everybody who reads them. */
    boolean worksOn(CaseFiles.Row file, Visitor visitor) {
        return departments
                .ofProcess(file.processKey())
                .filter(department -> department.allows(visitor.groups(), file.processKey(), Right.WORK))
                .isPresent();
    }

    List<JournalEntry> newest(CaseFiles.Row file, int limit) {
        return account.newest(subject(file), limit);
    }

    List<CaseAccount.Told> page(CaseFiles.Row file, Set<Kind> kinds, long after, int limit) {
        return account.page(subject(file), kinds, after, limit);
    }

    Fired rules(CaseFiles.Row file, int limit) {
        List<FiredRule> found = account.rules(file.caseNumber(), limit + 1);
        boolean more = found.size() > limit;
        return new Fired(more ? found.subList(1, found.size()) : found, more);
    }

    private CaseAccount.Subject subject(CaseFiles.Row file) {
        return new CaseAccount.Subject(
                file.caseNumber(),
                departments
                        .ofProcess(file.processKey())
                        .map(Department::module)
                        .map(module -> module.name())
                        .orElse(null),
                file.recordId());
    }
}
