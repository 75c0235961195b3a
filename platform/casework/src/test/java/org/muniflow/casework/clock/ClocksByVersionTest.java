package org.muniflow.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.muniflow.casework.law.LawDmn.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniflow.casework.OneModule;
import org.muniflow.casework.calendar.SeededCalendar;
import org.muniflow.casework.law.LawDmn;
import org.muniflow.kernel.spi.ModuleId;

class ClocksByVersionTest {

    private static final LocalDate IN_2025 = LocalDate.of(2025, 11, 3);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 2, 2);

    private static final OneModule OLD =
            version("permits", "1.0.0", LawDmn.clocks("permits", clock("P-1", 10, ""), clock("P-2", 5, "")));
    private static final OneModule AMENDED =
            version("permits", "2.0.0", LawDmn.clocks("permits", clock("P-1", 10, ""), clock("P-1", 20, "2026-01-01")));

    private final ModuleClocks clocks = new ModuleClocks(SeededCalendar.federal());

    @Test
    void aCaseIsCountedByTheNewestTableAndItsGoverningDate() {
        speaks(OLD);
        speaks(AMENDED);
        assertThat(clocks.due("P-1", IN_2025).due()).isEqualTo(IN_2025.plusDays(10));
        assertThat(clocks.due("P-1", IN_2026).due()).isEqualTo(IN_2026.plusDays(20));
        assertThat(clocks.due("P-2", IN_2026).due())
                .as("only 1.0.0 knows it, and its cases still count by it")
                .isEqualTo(IN_2026.plusDays(5));
        assertThat(clocks.list())
                .extracting(ClockDefinition::id, definition -> definition.when().from())
                .containsExactly(tuple("P-1", null), tuple("P-1", LocalDate.of(2026, 1, 1)), tuple("P-2", null));
    }

    @Test
    void anOlderVersionThatSpeaksAgainBringsItsClocksBackAndAStoppedOneLeavesNone() {
        speaks(OLD);
        speaks(AMENDED);
        clocks.speaks(OLD);
        assertThat(clocks.due("P-1", IN_2026).due()).isEqualTo(IN_2026.plusDays(10));
        clocks.stopped(OLD);
        assertThat(clocks.due("P-1", IN_2026).due()).isEqualTo(IN_2026.plusDays(20));
        assertThatThrownBy(() -> clocks.due("P-2", IN_2026)).isInstanceOf(UnknownClock.class);
        clocks.stopped(AMENDED);
        assertThat(clocks.list()).isEmpty();
    }

    @Test
    void aClockIdBelongsToOneModule() {
        speaks(OLD);
        speaks(AMENDED);
        List<String> problems = new ArrayList<>();
        clocks.check(version("permits", "3.0.0", LawDmn.clocks("permits", clock("P-2", 6, ""))), problems::add);
        assertThat(problems).isEmpty();
        clocks.check(version("zoning", "1.0.0", LawDmn.clocks("zoning", clock("P-2", 6, ""))), problems::add);
        assertThat(problems)
                .containsExactly(
                        "Clock P-2 is defined by module permits already; clock ids are unique in the city, give"
                                + " yours another");
    }

    private void speaks(OneModule module) {
        clocks.started(module);
        clocks.speaks(module);
    }

    private static OneModule version(String name, String version, byte[] clocks) {
        return new OneModule(new ModuleId(name, version), List.of(), Map.of("bpmn/" + name + "-clocks.dmn", clocks));
    }
}
