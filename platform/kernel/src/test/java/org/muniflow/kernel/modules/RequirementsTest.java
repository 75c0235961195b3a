package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniflow.kernel.modules.Requirement.Kind;
import org.muniflow.kernel.modules.Requirements.Offer;
import org.muniflow.kernel.modules.Requirements.Waiting;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;

class RequirementsTest {

    private static final Requirement STREET = new Requirement(Kind.PROCESS, "street");
    private static final Requirement RULE = new Requirement(Kind.RULE, "R-7");
    private static final Requirement REGISTER = new Requirement(Kind.REGISTER, "closings");

    private static Offer offer(State state, Set<String> waiting) {
        boolean runs = state == State.ACTIVE;
        return new Offer(
                new ModuleId("street-office", "1.0.0"),
                state,
                Set.of("street"),
                waiting,
                runs ? Set.of("R-7") : Set.of(),
                runs ? Set.of("closings") : Set.of());
    }

    @Test
    void whatAnActiveModuleOffersIsThere() {
        assertThat(Requirements.missing(
                        List.of(STREET, RULE, REGISTER), List.of(offer(State.ACTIVE, Set.of("street")))))
                .isEmpty();
    }

    @Test
    void everyMissingPieceIsNamed() {
        assertThat(Requirements.missing(List.of(STREET, RULE, REGISTER), List.of()))
                .containsExactly(
                        "It requires process street, which no installed module provides; install the one that does.",
                        "It requires rule R-7, which no running module offers; install or start the one that does.",
                        "It requires register closings, which no running module offers; install or start the one that"
                                + " does.");
    }

    @Test
    void theSentenceSaysWhatToDoWithTheModuleThatWouldProvideIt() {
        assertThat(missing(State.STOPPED))
                .isEqualTo("but street-office 1.0.0, which provides it, is STOPPED; start it.");
        assertThat(missing(State.FAILED)).isEqualTo("but street-office 1.0.0, which provides it, is FAILED; start it.");
        assertThat(missing(State.DRAINING))
                .isEqualTo("but street-office 1.0.0, which provides it, takes no new cases; activate it.");
        assertThat(missing(State.RETIRED))
                .isEqualTo("but street-office 1.0.0, which provides it, is RETIRED; activate it.");
        assertThat(missing(State.INSTALLED))
                .isEqualTo("but street-office 1.0.0, which provides it, lacks something itself; give it what it"
                        + " requires.");
        assertThat(missing(State.ACTIVE)).contains("its start event is not asyncBefore");
    }

    private static String missing(State state) {
        List<String> missing = Requirements.missing(List.of(STREET), List.of(offer(state, Set.of())));
        assertThat(missing).hasSize(1);
        return missing.get(0).replace("It requires process street, ", "");
    }

    @Test
    void aCircleIsFoundAndTold() {
        Waiting one = waiting("one", "a", "b");
        Waiting two = waiting("two", "b", "c");
        Waiting three = waiting("three", "c", "a");
        Waiting beside = waiting("beside", "d", "a");
        List<Waiting> all = List.of(one, two, three, beside);
        List<ModuleId> circle = Requirements.circle(one.module(), all);
        assertThat(circle).containsExactly(one.module(), two.module(), three.module());
        assertThat(Requirements.inWords(circle))
                .isEqualTo("They wait for each other in a circle: one 1.0.0 requires two 1.0.0 requires three 1.0.0"
                        + " requires one 1.0.0; install a version of one of them first that requires less.");
        assertThat(Requirements.circle(beside.module(), all)).isEmpty();
        assertThat(Requirements.circle(one.module(), List.of(one, two))).isEmpty();
        assertThat(Requirements.circle(one.module(), List.of())).isEmpty();
    }

    private static Waiting waiting(String name, String provides, String requires) {
        return new Waiting(
                new ModuleId(name, "1.0.0"), Set.of(provides), List.of(new Requirement(Kind.PROCESS, requires)));
    }

    @Test
    void aManifestIsReadExactly() {
        assertThat(read(Map.of(
                        "Require-Process", "street, alarm", "Require-Rule", "R-7", "Require-Register", "closings")))
                .containsExactly(STREET, new Requirement(Kind.PROCESS, "alarm"), RULE, REGISTER);
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void whatIsWrongInAManifestIsNamed() {
        List<String> problems = new ArrayList<>();
        Map<String, String> attributes = new HashMap<>(Map.of(
                "Require-Process",
                "street,, own, two words, street",
                "Require-Register",
                "Closings",
                "Require-Rule",
                ""));
        Requirement.read(attributes::get, Set.of("own"), problems::add);
        assertThat(problems)
                .containsExactly(
                        "Require-Process names '', which is no id of a process; write the ids with commas between them,"
                                + " or leave the attribute out.",
                        "Require-Process names own, which the module itself provides; leave it out.",
                        "Require-Process names 'two words', which is no id of a process; write the ids with commas"
                                + " between them, or leave the attribute out.",
                        "Require-Process names street twice; name it once.",
                        "Require-Rule names '', which is no id of a rule; write the ids with commas between them, or"
                                + " leave the attribute out.",
                        "Require-Register names 'Closings', which is no id of a register; write the ids with commas"
                                + " between them, or leave the attribute out.");
    }

    private static List<Requirement> read(Map<String, String> attributes) {
        List<String> problems = new ArrayList<>();
        List<Requirement> read = Requirement.read(attributes::get, Set.of("own"), problems::add);
        assertThat(problems).isEmpty();
        return read;
    }
}
