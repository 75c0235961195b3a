package org.muniflow.kernel.modules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads decimals exactly, but none of more than a hundred digits before or after the point: {@code 1e999999999} is
 * twelve characters for a stranger to send and a gigabyte to calculate with.
 */
final class BoundedDecimals extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 100;

    BoundedDecimals() {
        super(BigDecimal.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Float;
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        BigDecimal read = BigDecimalDeserializer.instance.deserialize(json, context);
        if (read != null && (Math.abs((long) read.scale()) > MOST_DIGITS || read.precision() > MOST_DIGITS)) {
            throw context.weirdStringException("number", BigDecimal.class, "more than a hundred digits");
        }
        return read;
    }
}
