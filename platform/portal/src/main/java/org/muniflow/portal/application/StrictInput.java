package org.muniflow.portal.application;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;

/**
 * Compares a JSON body with the type it should have and reports every field that does not fit, with its path. A parser
 * alone stops at the first.
 */
final class StrictInput {

    private static final int EARLIEST = 1800;

    /** What neither a letter nor every database can hold; tab and line ends are text. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private final ObjectMapper json;
    private final List<FieldProblem> problems = new ArrayList<>();

    StrictInput(ObjectMapper json) {
        this.json = json;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    /** Compares, and takes out what does not fit so that the rest can still be validated. */
    void check(JsonNode body, Class<? extends Record> type) {
        if (body instanceof ObjectNode object) {
            fields(object, json.constructType(type), "");
        } else {
            add("", "The body must be one JSON object.");
        }
    }

    private void fields(ObjectNode object, JavaType type, String path) {
        Map<String, JavaType> known = new LinkedHashMap<>();
        for (BeanPropertyDefinition field :
                json.getDeserializationConfig().introspect(type).findProperties()) {
            known.put(field.getName(), field.getPrimaryType());
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String at = path.isEmpty() ? name : path + "." + name;
            JavaType wanted = known.get(name);
            if (wanted == null) {
                add(
                        at,
                        "There is no field '" + at + "'. The fields here are " + String.join(", ", known.keySet())
                                + ".");
                object.remove(name);
            } else if (!fits(object.get(name), wanted, at)) {
                object.remove(name);
            }
        }
    }

    private boolean fits(@Nullable JsonNode value, JavaType type, String path) {
        if (value == null || value.isNull()) {
            return true;
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return list(value, type.getContentType(), path);
        }
        if (type.isMapLikeType()) {
            return value.isObject() || add(path, "'" + path + "' must be an object.");
        }
        if (type.getRawClass().isRecord()) {
            if (value instanceof ObjectNode object) {
                fields(object, type, path);
                return true;
            }
            return add(path, "'" + path + "' must be an object with fields.");
        }
        String wrong = scalar(value, type.getRawClass());
        return wrong == null || add(path, "'" + path + "' must be " + wrong + ", not " + shown(value) + ".");
    }

    private boolean list(JsonNode value, JavaType entry, String path) {
        if (!(value instanceof ArrayNode list)) {
            return add(path, "'" + path + "' must be a list, written [ … ].");
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isNull()) {
                add(path + "[" + i + "]", "'" + path + "[" + i + "]' is empty; give a value or leave the entry out.");
            } else if (!fits(list.get(i), entry, path + "[" + i + "]")) {
                list.set(i, NullNode.getInstance());
            }
        }
        return true;
    }

    /** Returns what the value must be, or null if it is. */
    private static @Nullable String scalar(JsonNode value, Class<?> type) {
        if (type == String.class) {
            return value.isTextual() && !CONTROL.matcher(value.textValue()).find()
                    ? null
                    : "a text in quotes without control characters";
        }
        if (type == Boolean.class || type == boolean.class) {
            return value.isBoolean() ? null : "true or false without quotes";
        }
        if (type == Integer.class || type == int.class) {
            return value.isIntegralNumber() && value.canConvertToInt() ? null : "a whole number";
        }
        if (type == Long.class || type == long.class) {
            return value.isIntegralNumber() && value.canConvertToLong() ? null : "a whole number";
        }
        if (type == BigDecimal.class) {
            return value.isNumber() || value.isTextual() && value.textValue().matches("-?\\d{1,18}(\\.\\d{1,10})?")
                    ? null
                    : "a number such as 1250.00";
        }
        if (type == LocalDate.class) {
            return value.isTextual() && isDate(value.textValue())
                    ? null
                    : "a date \"YYYY-MM-DD\" of the year " + EARLIEST + " or later";
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return value.isTextual() && names.contains(value.textValue())
                    ? null
                    : "one of " + names.stream().collect(Collectors.joining(", "));
        }
        return null;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() >= EARLIEST && text.length() == "2026-03-31".length();
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private static String shown(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "an object";
        }
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private boolean add(String path, String message) {
        problems.add(FieldProblem.of(path, message));
        return false;
    }
}
