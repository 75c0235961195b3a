package org.muniflow.server.modules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleNode;
import org.muniflow.kernel.spi.ModuleRecord;
import org.muniflow.kernel.spi.ModuleState;

/**
 * An installed version as REST tells it.
 *
 * @param name the module's name
 * @param version the semantic version
 * @param state one of {@link ModuleState.State}
 * @param reason why it is FAILED, or what an INSTALLED one lacks; null otherwise
 * @param changedBy who brought it into this state
 * @param changedAt since when it is in this state, in the city's time
 * @param installedBy who installed it
 * @param installedAt when, in the city's time
 * @param sha256 the hash of the jar
 * @param allowed what may be done with it in this state, the words of the addresses
 * @param nodes the nodes that hold it
 * @param processes the keys of its processes
 * @param requires what it requires of other modules
 */
record ModuleAnswer(
        String name,
        String version,
        String state,
        @Nullable String reason,
        String changedBy,
        OffsetDateTime changedAt,
        String installedBy,
        OffsetDateTime installedAt,
        String sha256,
        List<String> allowed,
        List<ModuleNode> nodes,
        List<String> processes,
        List<String> requires) {

    static ModuleAnswer of(ModuleRecord known, ZoneId city) {
        ModuleState state = known.state();
        return new ModuleAnswer(
                state.name(),
                state.version(),
                state.state().name(),
                state.reason(),
                known.changedBy(),
                in(city, known.changedAt()),
                state.installedBy(),
                in(city, state.installedAt()),
                state.sha256(),
                Stream.of(Act.values())
                        .filter(act -> act.fits(state.state()))
                        .map(Act::word)
                        .toList(),
                known.nodes(),
                known.processes(),
                known.requires());
    }

    /** The same moment with the city's offset, so that whoever prints it prints what the pages show. */
    static OffsetDateTime in(ZoneId city, Instant moment) {
        return moment.atZone(city).toOffsetDateTime();
    }
}
