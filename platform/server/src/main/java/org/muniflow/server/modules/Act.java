package org.muniflow.server.modules;

import static org.muniflow.kernel.spi.ModuleState.State.ACTIVE;
import static org.muniflow.kernel.spi.ModuleState.State.DRAINING;
import static org.muniflow.kernel.spi.ModuleState.State.FAILED;
import static org.muniflow.kernel.spi.ModuleState.State.INSTALLED;
import static org.muniflow.kernel.spi.ModuleState.State.RETIRED;
import static org.muniflow.kernel.spi.ModuleState.State.STOPPED;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;

/** What an operator may do with an installed version. */
enum Act {
    ACTIVATE(
            "Activate",
            "It takes the new cases from now on. The version that takes them now goes on with its own only.",
            Set.of(DRAINING, STOPPED, RETIRED, FAILED, INSTALLED),
            ModuleOperations::activate),
    START(
            "Start",
            "It goes on as before it stopped or failed: its waiting jobs run, its tasks can be completed.",
            Set.of(STOPPED, FAILED, INSTALLED),
            ModuleOperations::start),
    DRAIN(
            "Drain",
            "It takes no new cases from now on. Its running cases go on to their end.",
            Set.of(ACTIVE),
            ModuleOperations::drain),
    STOP(
            "Stop",
            "Jobs that run now are finished; all others wait, and tasks cannot be completed until it is started again.",
            Set.of(ACTIVE, DRAINING),
            ModuleOperations::stop),
    RETIRE(
            "Retire",
            "It does not run any more and may then be uninstalled. It is refused while anything still needs the version.",
            Set.of(DRAINING, STOPPED, FAILED),
            ModuleOperations::retire),
    UNINSTALL(
            "Uninstall",
            "Its jar and its models are removed. The department's records stay.",
            Set.of(RETIRED, INSTALLED, FAILED),
            (operations, module, by) -> {
                operations.uninstall(module, by);
                return null;
            });

    /** What an act asks of the kernel. */
    private interface Deed {
        @Nullable
        ModuleState on(ModuleOperations operations, ModuleId module, String by);
    }

    private final String title;
    private final String effect;
    private final Set<State> from;
    private final Deed deed;

    Act(String title, String effect, Set<State> from, Deed deed) {
        this.title = title;
        this.effect = effect;
        this.from = from;
        this.deed = deed;
    }

    /** Does it; null when nothing of the version is left. */
    @Nullable
    ModuleState on(ModuleOperations operations, ModuleId module, String by) {
        return deed.on(operations, module, by);
    }

    /** The word in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word on a button. */
    String title() {
        return title;
    }

    /** What it does, in one or two sentences. */
    String effect() {
        return effect;
    }

    boolean fits(State state) {
        return from.contains(state);
    }

    static Optional<Act> of(String word) {
        return Stream.of(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
