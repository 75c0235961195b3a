package org.muniflow.kernel.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunningVersionsTest {

    private static final ModuleId OLD = ModuleId.parse("permits@1.9.0");
    private static final ModuleId NEW = ModuleId.parse("permits@1.10.0");
    private static final ModuleId OTHER = ModuleId.parse("zoning@1.0.0");

    private final RunningVersions<String> versions = new RunningVersions<>();

    @Test
    void versionsAreOrderedByMeaningAndNotByText() {
        assertThat(Stream.of(OTHER, NEW, OLD).sorted()).containsExactly(OLD, NEW, OTHER);
    }

    @Test
    void theNewestSpeaksUntilAnotherIsSaidTo() {
        versions.started(NEW, "new");
        versions.started(OLD, "old");
        assertThat(versions.of("permits")).containsExactly("new", "old");
        versions.speaks(OLD);
        assertThat(versions.of("permits")).containsExactly("old", "new");
        versions.started(OTHER, "other");
        assertThat(versions.all()).containsExactly(List.of("old", "new"), List.of("other"));
        assertThat(versions.of(NEW)).hasValue("new");
    }

    @Test
    void aStoppedVersionLeavesNothingAndTheOthersStay() {
        versions.started(OLD, "old");
        versions.started(NEW, "new");
        versions.speaks(OLD);
        versions.stopped(OLD);
        assertThat(versions.of("permits")).containsExactly("new");
        assertThat(versions.of(OLD)).isEmpty();
        versions.stopped(NEW);
        versions.stopped(NEW);
        assertThat(versions.of("permits")).isEmpty();
        assertThat(versions.all()).isEmpty();
    }

    @Test
    void whatAVersionStartsAgainWithReplacesWhatWasKept() {
        versions.started(OLD, "old");
        versions.speaks(OLD);
        versions.started(NEW, "new");
        versions.started(OLD, "again");
        assertThat(versions.of("permits")).containsExactly("again", "new");
    }
}
