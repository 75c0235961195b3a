package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleJsonTest {

    private final ObjectMapper json = ModuleJson.strict(ModuleJsonTest.class.getClassLoader());

    record Share(BigDecimal percent) {}

    @ParameterizedTest
    @ValueSource(strings = {"50.9999999999999999999999", "\"50.9999999999999999999999\""})
    void decimalsAreReadExactlyAsNumberAndAsText(String written) throws Exception {
        assertThat(json.readValue("{\"percent\":" + written + "}", Share.class).percent())
                .isEqualTo(new BigDecimal("50.9999999999999999999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "\"1e999999999\""})
    void aNumberTooLongToCalculateWithIsRefused(String written) {
        assertThatThrownBy(() -> json.readValue("{\"percent\":" + written + "}", Share.class))
                .isInstanceOf(InvalidFormatException.class);
        assertThatThrownBy(() -> json.treeToValue(json.readTree("{\"percent\":" + written + "}"), Share.class))
                .isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void decimalsAreWrittenWithoutExponent() throws Exception {
        assertThat(json.writeValueAsString(Map.of("percent", new BigDecimal("1E+2"))))
                .isEqualTo("{\"percent\":100}");
    }
}
