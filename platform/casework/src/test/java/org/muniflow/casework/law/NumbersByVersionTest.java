package org.muniflow.casework.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniflow.casework.law.LawDmn.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.casework.OneModule;
import org.muniflow.kernel.spi.ModuleId;

class NumbersByVersionTest {

    private static final LocalDate IN_2025 = LocalDate.of(2025, 11, 3);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 2, 2);

    private static final OneModule OLD =
            version("1.0.0", LawDmn.numbers("permits", number("limit", 100, ""), number("formerly", 7, "")));
    private static final OneModule AMENDED =
            version("2.0.0", LawDmn.numbers("permits", number("limit", 100, ""), number("limit", 120, "2026-01-01")));

    private final ModuleLaw law = new ModuleLaw();
    /** What a component of any version is handed. */
    private final LawNumbers numbers = law.of("permits");

    @Test
    void theGoverningDateChoosesTheRowWhicheverVersionAsks() {
        speaks(OLD);
        assertThat(numbers.whole("limit", IN_2026))
                .as("the amendment is not known yet")
                .isEqualTo(100);
        law.started(AMENDED);
        assertThat(numbers.whole("limit", IN_2026))
                .as("not before 2.0.0 speaks")
                .isEqualTo(100);
        law.speaks(AMENDED);
        assertThat(numbers.whole("limit", IN_2025)).isEqualTo(100);
        assertThat(numbers.whole("limit", IN_2026)).isEqualTo(120);
        assertThat(law.list("permits")).hasSize(2);
    }

    @Test
    void aNumberThatTheSpeakingVersionHasDroppedIsStillKnownToTheCasesOfTheOther() {
        speaks(OLD);
        speaks(AMENDED);
        assertThat(numbers.whole("formerly", IN_2026)).isEqualTo(7);
        law.stopped(OLD);
        assertThatThrownBy(() -> numbers.whole("formerly", IN_2026)).hasMessageContaining("formerly is unknown");
    }

    @Test
    void anOlderVersionThatSpeaksAgainBringsItsTableBackAndNoneIsLeftWhenAllHaveStopped() {
        speaks(OLD);
        speaks(AMENDED);
        law.speaks(OLD);
        assertThat(numbers.whole("limit", IN_2026)).isEqualTo(100);
        law.speaks(AMENDED);
        law.stopped(AMENDED);
        assertThat(numbers.whole("limit", IN_2026)).as("1.0.0 still runs").isEqualTo(100);
        law.stopped(OLD);
        assertThat(law.list("permits")).isEmpty();
    }

    private void speaks(OneModule module) {
        law.started(module);
        law.speaks(module);
    }

    private static OneModule version(String version, byte[] numbers) {
        return new OneModule(new ModuleId("permits", version), List.of(), Map.of("bpmn/permits-numbers.dmn", numbers));
    }
}
