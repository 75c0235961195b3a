package org.muniflow.casework.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the work list.
 *
 * @param items the tasks, the earliest due first; tasks without a date last
 * @param next where the next page begins, to be handed back as it is; null on the last page
 */
public record WorkPage(List<WorkItem> items, @Nullable String next) {}
