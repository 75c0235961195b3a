package org.muniflow.casework.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ClosedModels;
import org.springframework.transaction.support.TransactionOperations;

/** Starts cases and tells them what happened, through the engine's public API. */
final class EngineCases implements Cases {

    private final ProcessEngine engine;
    private final CaseFiles files;
    private final CaseStart starts;
    private final CaseReopening reopening;
    private final Parties parties;
    private final CaseJournal journal;
    private final Actors actors;
    private final TransactionOperations transactions;

    EngineCases(
            ProcessEngine engine,
            ClosedModels models,
            CaseFiles files,
            Parties parties,
            CaseJournal journal,
            Actors actors,
            TransactionOperations transactions) {
        this.engine = engine;
        this.files = files;
        this.starts = new CaseStart(engine);
        this.reopening = new CaseReopening(engine, models);
        this.parties = parties;
        this.journal = journal;
        this.actors = actors;
        this.transactions = transactions;
    }

    @Override
    public String start(
            String processKey, String recordId, String title, LocalDate receivedOn, Map<String, ?> variables) {
        Map<String, Object> flat = FlatValues.of(variables);
        return inTransaction(() -> {
            ProcessDefinition definition = starts.definition(processKey);
            Opening opening = Opening.first(processKey, recordId, title, receivedOn);
            opening.during(() -> {
                starts.start(definition, flat);
                return opening;
            });
            parties.refreshOf(processKey, recordId);
            return Optional.ofNullable(opening.caseNumber())
                    .orElseThrow(() -> new IllegalArgumentException("The process " + processKey
                            + " has no case numbers; declare it with its prefix in its module"));
        });
    }

    @Override
    public boolean message(String message, String caseNumber, Map<String, ?> variables) {
        Map<String, Object> flat = FlatValues.of(variables);
        return inTransaction(() -> {
            List<Execution> waiting = engine.getRuntimeService()
                    .createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(caseNumber)
                    .listPage(0, 2);
            if (waiting.size() > 1) {
                throw new IllegalStateException("Case " + caseNumber + " waits for " + message
                        + " at more than one place; let its models wait for it at one place at a time");
            }
            waiting.forEach(place -> engine.getRuntimeService().messageEventReceived(message, place.getId(), flat));
            return !waiting.isEmpty();
        });
    }

    @Override
    public void reopen(String caseNumber, String elementId, String reason, Map<String, ?> variables) {
        Map<String, Object> flat = FlatValues.of(variables);
        inTransaction(() -> {
            CaseFiles.Row file = files.lock(caseNumber);
            reopening.reopen(file, elementId, flat);
            journal.write(caseNumber, Kind.REOPENED, "Reopened: " + reason, "");
            return caseNumber;
        });
    }

    @Override
    public Optional<CaseFile> find(String caseNumber) {
        return files.find(caseNumber);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> actors.asPlatform(work)));
    }
}
