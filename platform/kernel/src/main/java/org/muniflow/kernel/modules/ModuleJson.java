package org.muniflow.kernel.modules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;

/** Makes a module's own JSON mapper; a shared one would hold the module's classes for ever. */
final class ModuleJson {

    private ModuleJson() {}

    static ObjectMapper strict(ClassLoader loader) {
        return JsonMapper.builder()
                .typeFactory(TypeFactory.defaultInstance()
                        .withCache(new LRUMap<>(16, 200))
                        .withClassLoader(loader))
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new BoundedDecimals()))
                .defaultLeniency(false)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // An amount as text is the exact one; a JSON number may have passed through a double on its way.
                .withCoercionConfig(
                        BigDecimal.class,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }
}
