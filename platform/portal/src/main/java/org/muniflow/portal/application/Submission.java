package org.muniflow.portal.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;

/** Reads a submission strictly: every field that does not fit, is unknown or breaks a rule is named in one answer. */
final class Submission {

    private final ObjectMapper json;
    private final Validator validator;

    Submission(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Reads a body.
     *
     * @param body the JSON text
     * @param type the input's type
     * @return the valid input
     * @throws Rejected with every problem
     */
    <I extends Record> I read(byte[] body, Class<I> type) {
        JsonNode tree = parse(body);
        StrictInput shape = new StrictInput(json);
        shape.check(tree, type);
        List<FieldProblem> problems = new ArrayList<>(shape.problems());
        try {
            I input = json.treeToValue(tree, type);
            if (input != null) {
                add(problems, validator.validate(input));
            }
            if (problems.isEmpty() && input != null) {
                return input;
            }
        } catch (JsonMappingException unfit) {
            if (problems.isEmpty()) {
                problems.add(FieldProblem.of(path(unfit), sentence(unfit)));
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A JSON tree that was read cannot be read", unreadable);
        }
        throw new Rejected(problems.isEmpty() ? List.of(FieldProblem.of("", "The body is empty.")) : problems);
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode tree = json.reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw new Rejected("", "The body is empty; send one JSON object.");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : " (line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr() + ")";
            String what = malformed.getOriginalMessage().startsWith("Duplicate field")
                    ? malformed.getOriginalMessage() + "; name each field once"
                    : "The body is not readable JSON";
            throw new Rejected("", what + where + ".");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** A field already reported as ill-typed is missing by now; its emptiness is no second problem. */
    private static <I> void add(List<FieldProblem> problems, Set<ConstraintViolation<I>> violations) {
        Set<String> reported = problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
        violations.stream()
                .map(violation -> FieldProblem.of(path(violation), sentence(violation)))
                .filter(problem -> !reported.contains(problem.field()))
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .forEach(problems::add);
    }

    private static String sentence(ConstraintViolation<?> violation) {
        String path = path(violation);
        boolean standard = String.valueOf(violation.getMessageTemplate()).startsWith("{");
        String message = (standard && !path.isEmpty() ? "'" + path + "' " : "") + violation.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }

    /** An entry of a list is named {@code owners[1]}, not {@code owners[1].<list element>}. */
    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private static String sentence(JsonMappingException unfit) {
        String message = unfit instanceof ValueInstantiationException && unfit.getCause() != null
                ? String.valueOf(unfit.getCause().getMessage())
                : "'" + path(unfit) + "' has a value of the wrong kind";
        return message.endsWith(".") ? message : message + ".";
    }

    private static String path(JsonMappingException unfit) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : unfit.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
