package org.muniflow.casework.department;

import java.util.Collection;
import java.util.List;
import org.muniflow.casework.worklist.WorkItem;

/** Tells people whose lists show tasks which of them cannot be done now. */
public final class StoppedWork {

    private final Departments departments;

    StoppedWork(Departments departments) {
        this.departments = departments;
    }

    /**
     * Looks at tasks.
     *
     * @param items the tasks that a page shows
     * @return one sentence for each module of theirs that does not run; empty when all can be done
     */
    public List<String> of(Collection<WorkItem> items) {
        return items.stream()
                .map(WorkItem::processKey)
                .distinct()
                .flatMap(process -> departments.ofProcess(process).stream())
                .map(department -> department.module().name())
                .distinct()
                .map(departments::standing)
                .filter(standing -> !standing.runs())
                .map(Standing::sentence)
                .toList();
    }
}
