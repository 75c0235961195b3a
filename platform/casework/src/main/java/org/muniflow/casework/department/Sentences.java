package org.muniflow.casework.department;

import java.util.List;
import org.muniflow.casework.department.Standing.Kind;
import org.muniflow.kernel.spi.ModuleState.State;

/** Says in one sentence how a module stands and what to do. */
final class Sentences {

    /** What tells most of a department's future comes first. */
    static final List<State> WEIGHT = List.of(
            State.ACTIVE, State.DRAINING, State.STOPPED, State.FAILED, State.RESOLVED, State.INSTALLED, State.RETIRED);

    Standing finishing(String module) {
        return new Standing(
                Kind.FINISHING,
                "The module " + module + " takes no new cases at present; those that are open go on. Try again when an"
                        + " administrator has activated one of its versions.");
    }

    Standing away(String module, State state) {
        return switch (state) {
            case ACTIVE, DRAINING ->
                new Standing(Kind.AWAY, module + " is just being started; try again in a few seconds.");
            case STOPPED ->
                new Standing(
                        Kind.AWAY,
                        module + " is stopped; its cases wait and nothing is lost. Try again when it runs again.");
            case FAILED ->
                new Standing(
                        Kind.AWAY,
                        module + " could not be started; its cases wait and nothing is lost. Try again when an"
                                + " administrator has started it.");
            case INSTALLED, RESOLVED ->
                new Standing(
                        Kind.AWAY,
                        module + " has not been started yet. Try again when an administrator has started it.");
            case RETIRED ->
                new Standing(Kind.GONE, module + " has been retired; its finished cases can still be read at /cases.");
        };
    }

    Standing removed(String module) {
        return new Standing(
                Kind.GONE,
                "The module " + module + " is no longer installed; its finished cases can still be read at /cases.");
    }

    Standing unknown(String module) {
        return new Standing(Kind.UNKNOWN, "There is no module '" + module + "'; follow a link from a case or a task.");
    }
}
