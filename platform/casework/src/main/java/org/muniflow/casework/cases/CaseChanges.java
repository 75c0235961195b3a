package org.muniflow.casework.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.StepWrites;

/**
 * What may be done to a case against its ordinary course. Whoever calls this has checked that the person may do it, and
 * holds the transaction in which the case was locked.
 */
public final class CaseChanges {

    private static final String OUTCOME = """
            update muniflow.case_file set state = 'ENDED', outcome = ?, ended_at = coalesce(ended_at, ?)
            where case_number = ?""";

    private final ProcessEngine engine;
    private final CaseFiles files;
    private final CaseReopening reopening;
    private final CaseModels models;
    private final StepWrites writes;
    private final Actors actors;
    private final Clock clock;

    CaseChanges(
            ProcessEngine engine,
            CaseFiles files,
            CaseReopening reopening,
            CaseModels models,
            StepWrites writes,
            Actors actors,
            Clock clock) {
        this.engine = engine;
        this.files = files;
        this.reopening = reopening;
        this.models = models;
        this.writes = writes;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * An earlier step of a case.
     *
     * @param elementId the element of the model
     * @param name its name
     */
    public record EarlierStep(String elementId, String name) {}

    /**
     * The way on which a model takes a withdrawal.
     *
     * @param message the message that it waits for
     * @param dateVariable the variable that takes the day on which the city received the withdrawal
     * @param elementName the event's name
     */
    public record WithdrawalPath(String message, String dateVariable, String elementName) {}

    /**
     * Locks a case until the transaction ends, so that two acts on it come one after the other.
     *
     * @param caseNumber the case
     * @return the case as it stands
     * @throws IllegalArgumentException when there is no such case
     */
    public CaseFiles.Row lock(String caseNumber) {
        return files.lock(caseNumber);
    }

    /**
     * Returns the steps to which a case can go back: tasks and called processes of its own process that were done, in the
     * order in which they were done last, the latest first. Steps that run beside others are left out where the case would
     * wait forever for the others to join.
     *
     * @param file the case
     * @return the steps; empty when there is none, or its history or model is gone
     */
    public List<EarlierStep> earlierSteps(CaseFiles.Row file) {
        return actors.asPlatform(() -> models.earlierSteps(file));
    }

    /**
     * Lets a case go on before one of its earlier steps.
     *
     * @param file the case, locked
     * @param elementId one of {@link #earlierSteps}
     * @throws IllegalArgumentException when the case cannot go on there
     */
    public void goBack(CaseFiles.Row file, String elementId) {
        actors.asPlatform(() -> {
            reopening.reopen(file, elementId, Map.of());
            return elementId;
        });
    }

    /**
     * Ends a case before its outcome, or gives one that has ended another outcome. Needs no code of its module.
     *
     * @param file the case, locked
     * @param outcome the outcome, for people
     */
    public void end(CaseFiles.Row file, String outcome) {
        actors.asPlatform(() -> {
            ProcessInstance running = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(file.processInstanceId())
                    .singleResult();
            if (running != null) {
                engine.getRuntimeService().deleteProcessInstance(running.getId(), outcome, true, true, true, false);
            }
            writes.add(OUTCOME, outcome, OffsetDateTime.now(clock), file.caseNumber());
            return outcome;
        });
    }

    /**
     * Finds the way on which the case's model takes a withdrawal: an event for a message that carries the property
     * {@code withdrawal}, whose value names the variable for the date.
     *
     * @param file the case
     * @return the way, or empty when the model has none
     */
    public Optional<WithdrawalPath> withdrawalPath(CaseFiles.Row file) {
        return actors.asPlatform(() -> models.withdrawalPath(file));
    }

    /**
     * Tells a case that it is withdrawn, on its model's own way.
     *
     * @param file the case, locked
     * @param path the way
     * @param receivedOn the day on which the city received the withdrawal
     * @return true if the case was waiting for it; false if it was not
     */
    public boolean withdraw(CaseFiles.Row file, WithdrawalPath path, LocalDate receivedOn) {
        return actors.asPlatform(() -> {
            List<Execution> waiting = engine.getRuntimeService()
                    .createExecutionQuery()
                    .messageEventSubscriptionName(path.message())
                    .processInstanceBusinessKey(file.caseNumber())
                    .listPage(0, 2);
            if (waiting.size() != 1) {
                return false;
            }
            engine.getRuntimeService()
                    .messageEventReceived(
                            path.message(), waiting.get(0).getId(), Map.of(path.dateVariable(), receivedOn.toString()));
            return true;
        });
    }
}
