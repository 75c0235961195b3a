package org.muniflow.kernel.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;

/** Reads facts into a rule's record and says of every field what is wrong with it, not of the first only. */
final class Facts {

    private final ObjectMapper json;
    private final Validator validator;

    Facts(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    <I extends Record> I read(JsonNode facts, Class<I> type) {
        if (!facts.isObject()) {
            throw new Rejected("", "The facts must be a JSON object with the fields " + names(type) + ".");
        }
        List<FieldProblem> problems = new ArrayList<>();
        unknown(facts, type, problems);
        for (RecordComponent component : type.getRecordComponents()) {
            field(facts.get(component.getName()), component, problems);
        }
        emptyEntries(facts, "", problems);
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        I read = convert(facts, type);
        List<FieldProblem> violations = validator.validate(read).stream()
                .sorted(Comparator.comparing((ConstraintViolation<I> violation) ->
                        violation.getPropertyPath().toString()))
                .map(violation -> FieldProblem.of(
                        violation.getPropertyPath().toString().replace(".<list element>", ""), sentence(violation)))
                .toList();
        if (!violations.isEmpty()) {
            throw new Rejected(violations);
        }
        return read;
    }

    private <I extends Record> I convert(JsonNode facts, Class<I> type) {
        try {
            return json.treeToValue(facts, type);
        } catch (JsonProcessingException e) {
            throw new Rejected(path("", e), sentence(e));
        }
    }

    private static void unknown(JsonNode facts, Class<?> type, List<FieldProblem> problems) {
        Set<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        for (Iterator<String> given = facts.fieldNames(); given.hasNext(); ) {
            String name = given.next();
            if (!known.contains(name)) {
                problems.add(FieldProblem.of(
                        name,
                        "This field is unknown; the rule reads " + String.join(", ", new TreeSet<>(known)) + "."));
            }
        }
    }

    private void field(
            @org.jspecify.annotations.Nullable JsonNode value, RecordComponent component, List<FieldProblem> problems) {
        String name = component.getName();
        if (value == null || value.isNull()) {
            if (!optional(component)) {
                problems.add(FieldProblem.of(name, "This field is missing; give " + wanted(component.getType()) + "."));
            }
            return;
        }
        try {
            Object read = json.readerFor(json.constructType(component.getGenericType()))
                    .readValue(value);
            if (read == null && !optional(component)) {
                problems.add(FieldProblem.of(name, "This field is empty; give " + wanted(component.getType()) + "."));
            }
        } catch (java.io.IOException e) {
            problems.add(FieldProblem.of(path(name, e), sentence(e)));
        }
    }

    static boolean optional(RecordComponent component) {
        return Stream.of(component.getAnnotatedType(), component.getAccessor().getAnnotatedReturnType(), component)
                .map(AnnotatedElement.class::cast)
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static void emptyEntries(JsonNode facts, String path, List<FieldProblem> problems) {
        for (Iterator<String> names = facts.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            emptyEntries(facts.get(name), path.isEmpty() ? name : path + "." + name, problems);
        }
        for (int at = 0; facts.isArray() && at < facts.size(); at++) {
            String entry = path + "[" + at + "]";
            if (facts.get(at).isNull()) {
                problems.add(FieldProblem.of(entry, "This entry of the list is empty; give a value or leave it out."));
            }
            emptyEntries(facts.get(at), entry, problems);
        }
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private static String path(String start, Exception e) {
        StringBuilder path = new StringBuilder(start);
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() != null) {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                } else if (step.getIndex() >= 0) {
                    path.append('[').append(step.getIndex()).append(']');
                }
            }
        }
        return path.toString();
    }

    private static String sentence(ConstraintViolation<?> violation) {
        boolean standard = violation.getMessageTemplate().startsWith("{");
        String message = (standard ? "This value " : "") + violation.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }

    private static String sentence(Exception e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "This field is unknown; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (e instanceof InvalidFormatException || e instanceof MismatchedInputException) {
            Class<?> target = ((MismatchedInputException) e).getTargetType();
            return "This value does not fit; give " + (target == null ? "another" : wanted(target)) + ".";
        }
        return "This value cannot be read; check its form.";
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "BigDecimal" -> "a decimal number";
            case "LocalDate" -> "a date such as 2026-03-31";
            case "String" -> "a text";
            case "List", "ArrayList", "Set", "Collection" -> "a list";
            default -> type.isRecord() ? "an object with the fields " + names(type) : "a value";
        };
    }
}
