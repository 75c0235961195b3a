package org.muniflow.server.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does an act on each of some cases, each in its own transaction: one that is refused keeps none of the others back. */
@Component
final class EachCase {

    /** The most cases of one act; a request that takes longer would be cut off by a browser. */
    static final int MOST = 500;

    private static final int LONGEST = 300;

    private final TransactionTemplate transactions;

    EachCase(PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
    }

    /** A case that the act was refused for, and why. */
    record Refused(String caseNumber, String reason) {}

    /** What came of an act. */
    record Outcome(List<String> done, List<Refused> refused) {

        /** The refusals as sentences. */
        List<String> reasons() {
            return refused.stream()
                    .map(one -> one.caseNumber() + ": " + one.reason())
                    .toList();
        }
    }

    /** Names the case of something for people. */
    interface Numbered {
        String caseNumber();
    }

    <T extends Numbered> Outcome run(List<T> cases, Consumer<T> act) {
        List<String> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (T one : cases) {
            try {
                transactions.executeWithoutResult(status -> act.accept(one));
                done.add(one.caseNumber());
            } catch (RuntimeException failure) {
                refused.add(new Refused(one.caseNumber(), words(failure)));
            }
        }
        return new Outcome(List.copyOf(done), List.copyOf(refused));
    }

    /** Says a failure in a sentence: without stack trace, class names and more than a few lines. */
    static String words(Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            return "Somebody else was changing this case; try again.";
        }
        String said = StepRefused.in(failure)
                .map(Throwable::getMessage)
                .orElse(
                        failure instanceof ProcessEngineException && failure.getCause() != null
                                ? failure.getCause().getMessage()
                                : failure.getMessage());
        return words(said);
    }

    static String words(@org.jspecify.annotations.Nullable String message) {
        String said = Objects.requireNonNullElse(message, "").strip();
        // The engine puts its own code and the class of a failure before what it says.
        String plain = said.replaceFirst("^ENGINE-\\d+\\s+", "").replaceFirst("^([a-z]\\w*\\.)+[A-Z]\\w*: ", "");
        if (plain.isEmpty()) {
            return "It failed without a message; its details are in Cockpit.";
        }
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
