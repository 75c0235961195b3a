package org.muniflow.server.modules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleChange;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleRecord;

/**
 * A version as the operations page shows it.
 *
 * @param name the module's name
 * @param version the semantic version
 * @param state its state
 * @param reason why it is in this state; null if there is nothing to say
 * @param since since when, in the city's time
 * @param by who brought it there
 * @param installed when and by whom it was installed
 * @param sha256 the hash of the jar
 * @param processes the keys of its processes
 * @param requires what it requires of other modules
 * @param nodes the nodes that hold it
 * @param acts what may be done with it now
 * @param needs what still needs it
 */
record VersionView(
        String name,
        String version,
        String state,
        @Nullable String reason,
        String since,
        String by,
        String installed,
        String sha256,
        List<String> processes,
        List<String> requires,
        List<Node> nodes,
        List<Button> acts,
        List<ModuleNeed> needs) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    /** A node that holds the version. */
    record Node(String name, String state, @Nullable String reason, String since, String seen) {}

    /** Something that may be done. */
    record Button(String word, String title, String effect) {

        static Button of(Act act) {
            return new Button(act.word(), act.title(), act.effect());
        }
    }

    /** An entry of the audit. */
    record Change(String at, String by, String module, String act, String outcome) {

        static Change of(ModuleChange change, ZoneId zone) {
            return new Change(
                    moment(change.at(), zone), change.by(), change.module().toString(), change.act(), change.outcome());
        }
    }

    static VersionView of(ModuleRecord known, List<ModuleNeed> needs, ZoneId zone) {
        var state = known.state();
        return new VersionView(
                state.name(),
                state.version(),
                state.state().name(),
                state.reason(),
                moment(known.changedAt(), zone),
                known.changedBy(),
                moment(state.installedAt(), zone) + " by " + state.installedBy(),
                state.sha256(),
                known.processes(),
                known.requires(),
                known.nodes().stream()
                        .map(node -> new Node(
                                node.node(),
                                node.state(),
                                node.reason(),
                                moment(node.changedAt(), zone),
                                moment(node.seenAt(), zone)))
                        .toList(),
                Stream.of(Act.values())
                        .filter(act -> act.fits(state.state()))
                        .map(Button::of)
                        .toList(),
                needs);
    }

    /** The needs in a few words, such as {@code 3 cases, 1 timer}; empty when there are none. */
    public String needed() {
        return needs.stream().map(VersionView::words).collect(Collectors.joining(", "));
    }

    private static String words(ModuleNeed need) {
        String many =
                switch (need.kind()) {
                    case HISTORY -> "finished cases";
                    case NOTICES -> "letters";
                    default -> need.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                };
        return need.count() + " " + (need.count() == 1 ? many.substring(0, many.length() - 1) : many);
    }

    private static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
