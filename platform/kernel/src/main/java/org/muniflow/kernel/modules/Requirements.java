package org.muniflow.kernel.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniflow.kernel.modules.Requirement.Kind;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;

/** What modules lack of each other: pure functions over what the city offers. */
final class Requirements {

    private Requirements() {}

    /**
     * What a version offers to other modules.
     *
     * @param module the version
     * @param state what has become of it
     * @param processes the keys of its processes
     * @param waiting those of its processes whose calls wait while it is stopped: their start is a job of its own
     * @param rules the ids of its rules; empty while it does not run
     * @param registers the ids of its registers; empty while it does not run
     */
    record Offer(
            ModuleId module,
            State state,
            Set<String> processes,
            Set<String> waiting,
            Set<String> rules,
            Set<String> registers) {

        private boolean has(Requirement requirement) {
            return switch (requirement.kind()) {
                case PROCESS -> processes.contains(requirement.id());
                case RULE -> rules.contains(requirement.id());
                case REGISTER -> registers.contains(requirement.id());
            };
        }

        /** Only a version that takes new cases serves others: their calls are new cases to it. */
        private boolean serves(Requirement requirement) {
            return state == State.ACTIVE
                    && has(requirement)
                    && (requirement.kind() != Kind.PROCESS || waiting.contains(requirement.id()));
        }
    }

    /** Those requirements that nobody serves. */
    static List<Requirement> unserved(Collection<Requirement> requirements, Collection<Offer> city) {
        return requirements.stream()
                .filter(requirement -> city.stream().noneMatch(offer -> offer.serves(requirement)))
                .toList();
    }

    /** One sentence for each requirement that nobody serves: what is missing and what to do. */
    static List<String> missing(Collection<Requirement> requirements, Collection<Offer> city) {
        return unserved(requirements, city).stream()
                .map(requirement -> "It requires " + requirement + ", " + why(requirement, city))
                .toList();
    }

    private static String why(Requirement requirement, Collection<Offer> city) {
        Optional<Offer> nearest = city.stream()
                .filter(offer -> offer.has(requirement))
                .min((one, other) -> Integer.compare(nearness(one.state()), nearness(other.state())));
        if (nearest.isEmpty()) {
            return requirement.kind() == Kind.PROCESS
                    ? "which no installed module provides; install the one that does."
                    : "which no running module offers; install or start the one that does.";
        }
        String module =
                nearest.get().module().name() + " " + nearest.get().module().version();
        return switch (nearest.get().state()) {
            case ACTIVE ->
                "which " + module + " provides, but its start event is not asyncBefore, so that a call could not wait"
                        + " for it; publish the process with camunda:asyncBefore=\"true\" there.";
            case DRAINING -> "but " + module + ", which provides it, takes no new cases; activate it.";
            case STOPPED, FAILED ->
                "but " + module + ", which provides it, is " + nearest.get().state() + "; start it.";
            case RETIRED -> "but " + module + ", which provides it, is RETIRED; activate it.";
            case INSTALLED, RESOLVED ->
                "but " + module + ", which provides it, lacks something itself; give it what it requires.";
        };
    }

    private static int nearness(State state) {
        return List.of(
                        State.ACTIVE,
                        State.STOPPED,
                        State.DRAINING,
                        State.FAILED,
                        State.RESOLVED,
                        State.INSTALLED,
                        State.RETIRED)
                .indexOf(state);
    }

    /**
     * A version that waits for others.
     *
     * @param module the version
     * @param provides the keys of its processes
     * @param requires what it requires
     */
    record Waiting(ModuleId module, Set<String> provides, List<Requirement> requires) {

        private boolean needs(Waiting other) {
            return requires.stream()
                    .anyMatch(requirement ->
                            requirement.kind() == Kind.PROCESS && other.provides.contains(requirement.id()));
        }
    }

    /**
     * Finds the circle of waiting versions that a version is part of.
     *
     * @param module the version
     * @param waiting all that wait, this one included
     * @return the circle, which begins with the version; empty when there is none
     */
    static List<ModuleId> circle(ModuleId module, Collection<Waiting> waiting) {
        Map<ModuleId, Waiting> byId = new TreeMap<>(
                waiting.stream().collect(Collectors.toMap(Waiting::module, each -> each, (one, other) -> one)));
        List<ModuleId> path = new ArrayList<>();
        return byId.containsKey(module) && back(module, module, byId, path, new LinkedHashSet<>())
                ? List.copyOf(path)
                : List.of();
    }

    private static boolean back(
            ModuleId at, ModuleId goal, Map<ModuleId, Waiting> waiting, List<ModuleId> path, Set<ModuleId> seen) {
        path.add(at);
        seen.add(at);
        Waiting here = waiting.get(at);
        for (Waiting next : waiting.values()) {
            boolean needed = here != null && here.needs(next);
            if (needed
                    && (next.module().equals(goal)
                            || (!seen.contains(next.module()) && back(next.module(), goal, waiting, path, seen)))) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    /** Says in one sentence that versions wait for each other. */
    static String inWords(List<ModuleId> circle) {
        String names = circle.stream()
                .map(module -> module.name() + " " + module.version())
                .collect(Collectors.joining(" requires "));
        return "They wait for each other in a circle: " + names + " requires "
                + circle.get(0).name() + " " + circle.get(0).version()
                + "; install a version of one of them first that requires less.";
    }
}
