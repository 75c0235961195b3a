package org.muniflow.api.delegate;

/**
 * One service task: a plain function from what it reads to what it writes.
 *
 * <p>Implement this and annotate the class with {@link Offered}. The two records are the only contract for process
 * variables: the kernel fills the input's components from variables of the same names and writes the output's
 * components back. Component types: {@code String}, {@code Boolean}/{@code boolean}, {@code Integer}/{@code int},
 * {@code Long}/{@code long}, {@code BigDecimal} (money, kept as a decimal string), {@code LocalDate} (kept as an ISO
 * string), enums (by name) and {@code List<String>}. A component marked {@code @Nullable} may be missing; any other
 * missing or ill-typed variable is refused with variable, case and task in the message, before the delegate runs.
 *
 * <p>A delegate is created by the module's own Spring context; what it needs of the platform or the module comes by
 * constructor. Its test needs no engine.
 *
 * @param <I> what it reads
 * @param <O> what it writes; {@link Nothing} if it writes no variable
 */
@FunctionalInterface
public interface Delegate<I extends Record, O extends Record> {

    /**
     * Does the task in the engine's transaction.
     *
     * @param input the typed variables; never null
     * @param context facts of the running case; never null
     * @return the variables to write; never null
     * @throws BusinessError for an outcome that the diagram branches on by an error boundary event. Any other exception
     *     is a technical failure, which the engine retries
     */
    O execute(I input, CaseContext context);
}
