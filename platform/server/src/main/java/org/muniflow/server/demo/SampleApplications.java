package org.muniflow.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.muniflow.api.intake.Intake;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts each module's {@code demo/applications/*.json} through the module's own intake, each once. A file is an object
 * with {@code intake} (the intake's key), optionally {@code receivedOn}, {@code application} (the submission), and optionally
 * {@code then} (the first {@linkplain SampleSteps steps}).
 */
@Component
final class SampleApplications {

    private static final Logger LOG = LoggerFactory.getLogger(SampleApplications.class);
    private static final String FOLDER = "demo/applications/";
    private static final String MARK = "muniflow.demo/";

    private final Modules modules;
    private final ManagementService management;
    private final SampleSteps steps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleApplications(
            Modules modules,
            ManagementService management,
            SampleSteps steps,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.modules = modules;
        this.management = management;
        this.steps = steps;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns how many were taken now. */
    int seed() {
        int taken = 0;
        for (ActiveModule module : modules.active()) {
            for (String name : module.resources(FOLDER).stream().sorted().toList()) {
                String file = name.startsWith(FOLDER) ? name : FOLDER + name;
                if (file.endsWith(".json") && take(module, file)) {
                    taken++;
                }
            }
        }
        return taken;
    }

    private boolean take(ActiveModule module, String file) {
        String mark = MARK + module.name() + "/" + file.substring(FOLDER.length());
        if (management.getProperties().containsKey(mark)) {
            return false;
        }
        try {
            ObjectNode sample =
                    (ObjectNode) module.json().readTree(module.resource(file).orElseThrow());
            String key = sample.path("intake").asText();
            LocalDate received = sample.hasNonNull("receivedOn")
                    ? LocalDate.parse(sample.get("receivedOn").asText())
                    : LocalDate.now(clock);
            JsonNode application = sample.has("application")
                    ? sample.get("application")
                    : sample.deepCopy().without(Set.of("intake", "receivedOn", "then"));
            Intake<?> intake = module.components(Intake.class).stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no intake has the key '" + key + "'"));
            transaction.executeWithoutResult(status -> {
                String caseNumber = accept(module, intake, application, received);
                steps.take(caseNumber, sample.path("then"));
                management.setProperty(mark, received.toString());
            });
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.error("Sample application {} of module {} was not taken", file, module.name(), failure);
            return false;
        }
    }

    private static <I extends Record> String accept(
            ActiveModule module, Intake<I> intake, JsonNode application, LocalDate received) {
        try {
            I input = module.json().treeToValue(application, intake.input());
            Set<ConstraintViolation<I>> violations = module.validator().validate(input);
            if (!violations.isEmpty()) {
                throw new IllegalArgumentException(violations.stream()
                        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                        .sorted()
                        .collect(Collectors.joining("; ")));
            }
            return Objects.requireNonNull(intake.accept(input, received)).caseNumber();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("the sample does not fit the intake", unreadable);
        }
    }
}
