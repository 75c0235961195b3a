package org.muniflow.kernel.delegates;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.springframework.core.ResolvableType;

/** What one module version offers to its models: delegates and guards by name. */
public final class Offers {

    private final Map<String, JavaDelegate> delegates = new HashMap<>();
    private final Map<String, TypedGuard<?>> guards = new HashMap<>();

    private Offers() {}

    /**
     * Gathers the offers among a module's components.
     *
     * @param components the components
     * @param clock the city's clock
     * @param problems takes one sentence per component that cannot be offered
     * @return the offers
     */
    public static Offers of(Collection<?> components, Clock clock, Consumer<String> problems) {
        Offers offers = new Offers();
        CaseFacts facts = new CaseFacts(clock);
        for (Object component : components) {
            if (component instanceof Delegate<?, ?> || component instanceof TaskGuard<?>) {
                offers.add(component, facts, problems);
            }
        }
        return offers;
    }

    /**
     * Returns the name under which a class is offered.
     *
     * @param type the class of a delegate or guard
     * @return the name, or empty when it is not offered
     */
    public static Optional<String> name(Class<?> type) {
        @Nullable Offered offered = type.getAnnotation(Offered.class);
        if (offered == null) {
            return Optional.empty();
        }
        String simple = type.getSimpleName();
        return Optional.of(
                offered.name().isEmpty()
                        ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1)
                        : offered.name());
    }

    private void add(Object component, CaseFacts facts, Consumer<String> problems) {
        Class<?> type = component.getClass();
        Optional<String> name = name(type);
        if (name.isEmpty()) {
            problems.accept("Class " + type.getName() + " is a delegate or guard without @Offered; annotate it, or"
                    + " take it off the components.");
        } else if (delegates.containsKey(name.get()) || guards.containsKey(name.get())) {
            problems.accept("Two components are offered as '" + name.get() + "'; rename one.");
        } else if (component instanceof Delegate<?, ?> delegate) {
            typed(delegate, facts, problems).ifPresent(made -> delegates.put(name.get(), made));
        } else if (component instanceof TaskGuard<?> guard) {
            typed(guard, facts, problems).ifPresent(made -> guards.put(name.get(), made));
        }
    }

    // The class's own type arguments are the records that its own method takes.
    @SuppressWarnings("unchecked")
    private static <I extends Record, O extends Record> Optional<TypedDelegate<I, O>> typed(
            Delegate<I, O> delegate, CaseFacts facts, Consumer<String> problems) {
        ResolvableType contract = ResolvableType.forClass(delegate.getClass()).as(Delegate.class);
        var input = RecordVariables.of((Class<I>) record(contract, 0), problems);
        var output = RecordVariables.of((Class<O>) record(contract, 1), problems);
        return input.flatMap(in -> output.map(out -> new TypedDelegate<>(delegate, in, out, facts)));
    }

    @SuppressWarnings("unchecked")
    private static <I extends Record> Optional<TypedGuard<I>> typed(
            TaskGuard<I> guard, CaseFacts facts, Consumer<String> problems) {
        ResolvableType contract = ResolvableType.forClass(guard.getClass()).as(TaskGuard.class);
        return RecordVariables.of((Class<I>) record(contract, 0), problems)
                .map(input -> new TypedGuard<>(guard, input, facts));
    }

    private static Class<?> record(ResolvableType contract, int index) {
        Class<?> type = contract.getGeneric(index).resolve();
        if (type == null || !type.isRecord()) {
            throw new IllegalArgumentException("Type argument " + index + " of " + contract + " is no record; name the"
                    + " record in the class's implements clause");
        }
        return type;
    }

    /**
     * Returns the delegates as the engine calls them.
     *
     * @return the delegates by name
     */
    public Map<String, JavaDelegate> delegates() {
        return Map.copyOf(delegates);
    }

    /**
     * Returns the names of everything offered.
     *
     * @return the names of delegates and guards
     */
    public Set<String> names() {
        Set<String> names = new HashSet<>(delegates.keySet());
        names.addAll(guards.keySet());
        return names;
    }

    Optional<TypedGuard<?>> guard(String name) {
        return Optional.ofNullable(guards.get(name));
    }
}
