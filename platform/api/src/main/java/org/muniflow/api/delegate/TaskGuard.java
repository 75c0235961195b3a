package org.muniflow.api.delegate;

import java.util.List;

/**
 * Decides whether a human task may be completed: what the law wants recorded must be recorded first.
 *
 * <p>Implement this, annotate it with {@link Offered}, and name it on the user task by {@code <camunda:property
 * name="guard" value="name"/>}. It runs on every path (Tasklist, REST, Java) with the variables as they would be after
 * completion. Problems refuse the completion; all are shown to the person in one message.
 *
 * @param <I> what it reads of the variables, as for {@link Delegate}
 */
@FunctionalInterface
public interface TaskGuard<I extends Record> {

    /**
     * Looks for what is missing.
     *
     * @param input the typed variables
     * @param context facts of the running case; {@code elementId} is the task
     * @return one sentence per problem: what is missing, by which section, and what to do; empty to let it pass
     */
    List<String> problems(I input, CaseContext context);
}
