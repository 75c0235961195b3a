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
            Set.of(DRAINING, STOPPED, RETIRED, FAILED, INSTALLED)) {
        @Override
        ModuleState on(ModuleOperations operations, ModuleId module, String by) {
            return operations.activate(module, by);
        }
    },
    START(
            "Start",
            "It goes on as before it stopped or failed: its waiting jobs run, its tasks can be completed.",
            Set.of(STOPPED, FAILED, INSTALLED)) {
        @Override
        ModuleState on(ModuleOperations operations, ModuleId module, String by) {
            return operations.start(module, by);
        }
    },
    DRAIN("Drain", "It takes no new cases from now on. Its running cases go on to their end.", Set.of(ACTIVE)) {
        @Override
        ModuleState on(ModuleOperations operations, ModuleId module, String by) {
            return operations.drain(module, by);
        }
    },
    STOP(
            "Stop",
            "Jobs that run now are finished; all others wait, and tasks cannot be completed until it is started again.",
            Set.of(ACTIVE, DRAINING)) {
        @Override
        ModuleState on(ModuleOperations operations, ModuleId module, String by) {
            return operations.stop(module, by);
        }
    },
    RETIRE(
            "Retire",
            "It does not run any more and may then be uninstalled. It is refused while anything still needs the version.",
            Set.of(DRAINING, STOPPED, FAILED)) {
        @Override
        ModuleState on(ModuleOperations operations, ModuleId module, String by) {
            return operations.retire(module, by);
        }
    },
    UNINSTALL(
            "Uninstall",
            "Its jar and its models are removed. The department's records stay.",
            Set.of(RETIRED, INSTALLED, FAILED)) {
        @Override
        @Nullable
        ModuleState on(ModuleOperations operations, ModuleId module, String by) {
            operations.uninstall(module, by);
            return null;
        }
    };

    private final String title;
    private final String effect;
    private final Set<State> from;

    Act(String title, String effect, Set<State> from) {
        this.title = title;
        this.effect = effect;
        this.from = from;
    }

    /** Does it; null when nothing of the version is left. */
    abstract @Nullable ModuleState on(ModuleOperations operations, ModuleId module, String by);

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
