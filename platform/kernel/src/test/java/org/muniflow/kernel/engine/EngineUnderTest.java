package org.muniflow.kernel.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniflow.kernel.guard.GuardConfiguration;
import org.muniflow.kernel.rights.RightsConfiguration;
import org.muniflow.kernel.spi.CaseNumbers;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.Mandates;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.TaskStep;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** A real engine with the city's configuration; one boot serves all tests of this package. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({EngineConfiguration.class, GuardConfiguration.class, RightsConfiguration.class})
class EngineUnderTest {

    @Bean
    Recorder recorder() {
        return new Recorder();
    }

    @Bean
    CaseNumbers numbers() {
        AtomicInteger last = new AtomicInteger();
        return (prefix, process) -> "%s-2026-%06d".formatted(prefix, last.incrementAndGet());
    }

    @Bean
    Register register() {
        return new Register();
    }

    /** Delegations by delegate, for a task of the case each. */
    static final class Register implements Mandates {

        final Map<String, Mandate> mandates = new HashMap<>();

        @Override
        public Optional<Mandate> find(
                String person, Set<String> groups, Set<String> teams, String processKey, String elementId) {
            return Optional.ofNullable(mandates.get(person + " " + elementId))
                    .filter(mandate -> teams.contains(mandate.team()));
        }
    }

    @Bean
    Modules modules() {
        return new OneModule();
    }

    /** Writes down what it hears. */
    @Order(1)
    static final class Recorder implements StepListener {

        final List<String> heard = new ArrayList<>();
        String actor = "";

        @Override
        public void caseStarted(CaseStep step) {
            heard.add("started " + step.processKey() + " " + step.execution().getProcessBusinessKey());
        }

        @Override
        public void caseEnded(CaseStep step) {
            heard.add("ended " + step.processKey() + " at " + step.elementId());
        }

        @Override
        public void taskCreated(TaskStep step) {
            heard.add("created " + step.elementId() + " " + step.candidateGroups());
        }

        @Override
        public void taskAssigned(TaskStep step) {
            heard.add("assigned " + step.elementId() + " " + step.task().getAssignee());
        }

        @Override
        public void taskUpdated(TaskStep step) {
            heard.add("updated " + step.elementId());
        }

        @Override
        public void taskCompleted(TaskStep step) {
            heard.add("completed " + step.elementId() + " clock "
                    + step.properties().get("clock"));
            step.mandate().ifPresent(mandate -> heard.add("by " + mandate.instrument()));
            actor = String.valueOf(step.actor());
        }

        @Override
        public void taskDeleted(TaskStep step) {
            heard.add("deleted " + step.elementId());
        }

        @Override
        public void eventEntered(CaseStep step) {
            heard.add("waits " + step.elementId() + " " + step.properties().get("clock"));
        }

        @Override
        public void eventLeft(CaseStep step, boolean cancelled) {
            heard.add((cancelled ? "cancelled " : "happened ") + step.elementId());
        }
    }

    private static final class OneModule implements Modules {

        private final org.muniflow.kernel.spi.ActiveModule permits = new PermitsModule();

        @Override
        public List<org.muniflow.kernel.spi.ActiveModule> active() {
            return List.of(permits);
        }

        @Override
        public Optional<org.muniflow.kernel.spi.ActiveModule> owner(String key) {
            return permits.processes().stream()
                            .anyMatch(process -> process.key().equals(key))
                    ? Optional.of(permits)
                    : Optional.empty();
        }

        @Override
        public Optional<org.muniflow.kernel.spi.ActiveModule> find(String name) {
            return Optional.of(permits).filter(module -> module.name().equals(name));
        }

        @Override
        public List<org.muniflow.kernel.spi.ModuleState> states() {
            return List.of();
        }
    }
}
