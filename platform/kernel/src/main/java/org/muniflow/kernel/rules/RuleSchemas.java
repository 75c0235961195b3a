package org.muniflow.kernel.rules;

import com.fasterxml.classmate.TypeResolver;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import java.lang.reflect.RecordComponent;
import org.muniflow.api.law.Rule;

/**
 * Makes the JSON Schemas of rules. The generator lives for one module's start only, since it would hold the module's
 * classes; what remains is plain JSON.
 */
final class RuleSchemas {

    private final SchemaGenerator generator;

    RuleSchemas(ObjectMapper json) {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(new JakartaValidationModule())
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        builder.forTypesInGeneral().withPropertySorter((one, other) -> 0);
        builder.forFields().withRequiredCheck(RuleSchemas::required);
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            String word = type.getErasedType() == java.time.LocalDate.class ? "date" : null;
            return word == null
                    ? null
                    : new com.github.victools.jsonschema.generator.CustomDefinition(context.getGeneratorConfig()
                            .createObjectNode()
                            .put("type", "string")
                            .put("format", word));
        });
        generator = new SchemaGenerator(builder.build());
    }

    JsonNode input(Rule<?, ?> rule) {
        return generator.generateSchema(rule.input());
    }

    JsonNode value(Rule<?, ?> rule) {
        return generator.generateSchema(new TypeResolver()
                .resolve(rule.getClass())
                .typeParametersFor(Rule.class)
                .get(1));
    }

    private static boolean required(FieldScope field) {
        Class<?> declaring = field.getDeclaringType().getErasedType();
        if (!declaring.isRecord()) {
            return false;
        }
        for (RecordComponent component : declaring.getRecordComponents()) {
            if (component.getName().equals(field.getDeclaredName())) {
                return !Facts.optional(component);
            }
        }
        return false;
    }
}
