package org.muniflow.casework.delegation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/** A Tasklist filter for each delegation that holds: the tasks that the delegate may do, and no other. */
final class DelegateFilters {

    private final FilterService filters;
    private final TaskService tasks;

    DelegateFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes the filter and returns its id. */
    String make(Delegation delegation, String teamName) {
        TaskQuery query = tasks.createTaskQuery()
                .taskCandidateGroup(delegation.team())
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
        List<String> elements = delegation.elements();
        if (!delegation.tasks().isEmpty()) {
            query.processDefinitionKeyIn(delegation.processes().toArray(String[]::new));
        }
        if (!elements.isEmpty()) {
            query.taskDefinitionKeyIn(elements.toArray(String[]::new));
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", "Tasks of " + teamName + " that were delegated until " + delegation.toOn());
        properties.put("priority", 500);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "caseNumber", "label", "Case")));
        Filter filter = filters.newTaskFilter("As delegate of " + teamName)
                .setOwner(null)
                .setQuery(query)
                .setProperties(properties);
        return filters.saveFilter(filter).getId();
    }

    void remove(String filterId) {
        if (filters.getFilter(filterId) != null) {
            filters.deleteFilter(filterId);
        }
    }
}
