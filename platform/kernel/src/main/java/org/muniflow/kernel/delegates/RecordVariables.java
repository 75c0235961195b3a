package org.muniflow.kernel.delegates;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps a record's components from and to process variables of the same names.
 *
 * @param <R> the record
 */
final class RecordVariables<R extends Record> {

    private record Component(String name, VariableType type, boolean required, Method accessor) {}

    private final Class<R> record;
    private final List<Component> components;
    private final Constructor<R> constructor;

    private RecordVariables(Class<R> record, List<Component> components) {
        this.record = record;
        this.components = components;
        this.constructor = canonical(record);
    }

    /**
     * Reads a record's components.
     *
     * @param record the record type
     * @param problems takes one sentence per component that no variable can hold
     * @return the mapping, or empty when there was a problem
     */
    static <R extends Record> Optional<RecordVariables<R>> of(Class<R> record, Consumer<String> problems) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Optional<VariableType> type = VariableType.of(component.getGenericType());
            if (type.isEmpty()) {
                problems.accept("Component '" + component.getName() + "' of " + record.getSimpleName() + " has type "
                        + component.getGenericType().getTypeName() + "; a process variable is a String, Boolean,"
                        + " Integer, Long, BigDecimal, LocalDate, enum or List<String>.");
                continue;
            }
            component.getAccessor().setAccessible(true);
            components.add(
                    new Component(component.getName(), type.get(), required(component), component.getAccessor()));
        }
        return components.size() == record.getRecordComponents().length
                ? Optional.of(new RecordVariables<>(record, components))
                : Optional.empty();
    }

    private static boolean required(RecordComponent component) {
        return !nullable(component.getAnnotatedType())
                && !nullable(component.getAccessor().getAnnotatedReturnType())
                && !nullable(component.getAccessor());
    }

    private static boolean nullable(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static <R extends Record> Constructor<R> canonical(Class<R> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Record " + record.getName() + " has no canonical constructor", e);
        }
    }

    /**
     * Fills the record.
     *
     * @param variables the variables by name; null for one that is not there
     * @param place where, for messages
     * @return the record
     * @throws VariableMismatch when a variable is missing or ill-typed; names all of them
     */
    R read(Function<String, @Nullable Object> variables, Place place) {
        List<String> problems = new ArrayList<>();
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            Object held = variables.apply(component.name());
            values[i] = held == null ? null : component.type().read().apply(held);
            if (held == null && component.required()) {
                problems.add("Variable '" + component.name() + "' " + place + " is missing; " + record.getSimpleName()
                        + " needs " + component.type().words() + ".");
            } else if (held != null && values[i] == null) {
                problems.add("Variable '" + component.name() + "' " + place + " holds a "
                        + held.getClass().getSimpleName() + " that is not "
                        + component.type().words() + ", as "
                        + record.getSimpleName() + " needs.");
            }
        }
        if (!problems.isEmpty()) {
            throw new VariableMismatch(problems);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new VariableMismatch(List.of("The variables " + place + " do not make a " + record.getSimpleName()
                    + ": " + e.getTargetException().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + record.getName(), e);
        }
    }

    /**
     * Takes the record apart.
     *
     * @param output the record
     * @param place where, for messages
     * @return the variables to write, in the order of the components; a nullable component may be null
     * @throws VariableMismatch when a component that is not nullable is null
     */
    Map<String, @Nullable Object> write(Record output, Place place) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (Component component : components) {
            Object value;
            try {
                value = component.accessor().invoke(output);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + component.name() + " of " + record.getName(), e);
            }
            if (value == null && component.required()) {
                throw new VariableMismatch(List.of("Output '" + component.name() + "' " + place + " is null; "
                        + record.getSimpleName() + " must give "
                        + component.type().words()
                        + ", or mark the component @Nullable."));
            }
            variables.put(
                    component.name(),
                    value == null ? null : component.type().write().apply(value));
        }
        return variables;
    }
}
