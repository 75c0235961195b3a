package org.muniflow.casework.page;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a browser sent into a form record, or into messages per field. */
final class FormBinding {

    private static final Set<String> EMPTINESS = Set.of(
            "{jakarta.validation.constraints.NotNull.message}",
            "{jakarta.validation.constraints.NotBlank.message}",
            "{jakarta.validation.constraints.NotEmpty.message}");

    private final FormShape shape;
    private final Validator validator;

    FormBinding(FormShape shape, Validator validator) {
        this.shape = shape;
        this.validator = validator;
    }

    /**
     * A bound submission.
     *
     * @param raw the values as sent, by field
     * @param form the record; null when there are errors
     * @param errors the messages by field, in the form's order; empty when the form is valid
     */
    record Bound(Map<String, Object> raw, @Nullable Record form, Map<String, String> errors) {}

    Bound bind(Map<String, String[]> sent) {
        Map<String, Object> raw = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        List<RecordComponent> components = shape.components();
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = components.get(i);
            String name = component.getName();
            String[] texts = sent.get(name);
            if (texts != null) {
                raw.put(name, component.getType() == List.class ? List.of(texts) : texts[0]);
            }
            try {
                values[i] = FieldValue.read(component.getType(), texts, sent.containsKey("_" + name));
            } catch (FieldValue.Unreadable unreadable) {
                errors.put(name, FormShape.words(name) + ": " + unreadable.message());
            }
        }
        if (!errors.isEmpty()) {
            return new Bound(raw, null, inOrder(errors, theRest(components, values, errors)));
        }
        try {
            Record form = make(values);
            Map<String, String> violated = words(validator.validate(form));
            return new Bound(raw, violated.isEmpty() ? form : null, inOrder(violated, Map.of()));
        } catch (IllegalArgumentException refused) {
            return new Bound(raw, null, Map.of("", String.valueOf(refused.getMessage())));
        }
    }

    /** The fields that could be read are validated too, so that a person sees all that is wrong at once. */
    private Map<String, String> theRest(
            List<RecordComponent> components, @Nullable Object[] values, Map<String, String> unreadable) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String name = components.get(i).getName();
            if (!unreadable.containsKey(name)) {
                errors.putAll(words(validator.validateValue(shape.type(), name, values[i])));
            }
        }
        return errors;
    }

    private Record make(@Nullable Object[] values) {
        Class<?>[] types =
                shape.components().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = shape.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(
                    "The form " + shape.type().getSimpleName() + " cannot be made", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The form " + shape.type().getSimpleName() + " cannot be made", impossible);
        }
    }

    private static Map<String, String> words(Set<? extends ConstraintViolation<?>> violations) {
        Map<String, String> words = new LinkedHashMap<>();
        for (ConstraintViolation<?> violation : violations) {
            String path = violation.getPropertyPath().toString();
            String name = path.replaceAll("\\[.*", "").replaceAll("\\..*", "");
            words.merge(
                    name, sentence(name, violation), (one, other) -> one.contains(other) ? one : one + "; " + other);
        }
        return words;
    }

    private static String sentence(String name, ConstraintViolation<?> violation) {
        String template = String.valueOf(violation.getMessageTemplate());
        if (EMPTINESS.contains(template)) {
            return FormShape.words(name) + ": fill this in";
        }
        String message = violation.getMessage();
        // A message the form's author wrote is a sentence of its own; a default one needs the field's name.
        return template.startsWith("{jakarta.") && !name.isEmpty() ? FormShape.words(name) + ": " + message : message;
    }

    private Map<String, String> inOrder(Map<String, String> some, Map<String, String> others) {
        Map<String, String> both = new LinkedHashMap<>(others);
        both.putAll(some);
        Map<String, String> ordered = new LinkedHashMap<>();
        shape.components().forEach(component -> {
            String message = both.remove(component.getName());
            if (message != null) {
                ordered.put(component.getName(), message);
            }
        });
        ordered.putAll(both);
        return ordered;
    }
}
