package org.muniflow.casework.act;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.cases.CaseChanges.EarlierStep;
import org.muniflow.casework.cases.CaseFiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Corrections of a case for machines, under the same rules as on the pages: the preview's mark comes back with the act, every
 * act has its reason, and where two people are needed the second answers the first one's request.
 */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
final class ActRest {

    private final CorrectableCases cases;
    private final CaseActs acts;

    ActRest(CorrectableCases cases, CaseActs acts) {
        this.cases = cases;
        this.acts = acts;
    }

    /**
     * What an act would do.
     *
     * @param impossible why it cannot be done now; empty when it can
     * @param seen the mark to send back with the act
     */
    record Preview(
            String act,
            boolean possible,
            String impossible,
            List<String> effects,
            List<EarlierStep> steps,
            boolean needsSecond,
            boolean asksDate,
            String seen) {

        static Preview of(ActPreview preview) {
            return new Preview(
                    preview.act().word(),
                    preview.isPossible(),
                    preview.impossible(),
                    preview.effects(),
                    preview.steps(),
                    preview.needsSecond(),
                    preview.asksDate(),
                    preview.seen());
        }
    }

    /** What is wanted: {@code element} for going back, {@code receivedOn} for a withdrawal, both null otherwise. */
    record Wanted(
            @Nullable String element,
            @Nullable LocalDate receivedOn,
            @Nullable String reason,
            @Nullable String seen) {}

    /** An answer to a request: {@code agree} with the mark of the preview, or {@code decline} with why in {@code answer}. */
    record Answer(
            @Nullable String action,
            @Nullable String answer,
            @Nullable String seen) {}

    /** A request that waits for a second person. */
    record Waiting(String id, String act, String wish, String reason, String askedBy, OffsetDateTime askedAt) {

        static Waiting of(ActRequest request) {
            return new Waiting(
                    request.id(),
                    request.act().word(),
                    request.wish(),
                    request.reason(),
                    request.askedBy(),
                    request.askedAt());
        }
    }

    /** What came of it, how the case stands now, and the request if a second person has to agree. */
    record Outcome(
            String message,
            String state,
            @Nullable String outcome,
            @Nullable Waiting waiting) {}

    @GetMapping("/acts/{word}")
    Preview preview(@PathVariable String caseNumber, @PathVariable String word) {
        return Preview.of(acts.preview(cases.find(caseNumber), CorrectableCases.act(word)));
    }

    @PostMapping("/acts/{word}")
    Outcome act(@PathVariable String caseNumber, @PathVariable String word, @RequestBody Wanted wanted) {
        cases.find(caseNumber);
        CaseAct act = CorrectableCases.act(word);
        return done(
                caseNumber,
                () -> acts.wish(
                        caseNumber,
                        new CaseActs.Wish(
                                act,
                                wanted.element(),
                                wanted.receivedOn(),
                                plain(wanted.reason()),
                                plain(wanted.seen())),
                        CorrectableCases.user()));
    }

    @GetMapping("/requests")
    List<Waiting> requests(@PathVariable String caseNumber) {
        cases.find(caseNumber);
        return acts.waiting(caseNumber).map(Waiting::of).stream().toList();
    }

    @PostMapping("/requests/{id}")
    Outcome answer(@PathVariable String caseNumber, @PathVariable String id, @RequestBody Answer answer) {
        cases.find(caseNumber);
        cases.waiting(caseNumber, id);
        String user = CorrectableCases.user();
        return switch (plain(answer.action())) {
            case "agree" -> done(caseNumber, () -> acts.agree(id, plain(answer.seen()), user));
            case "decline" -> done(caseNumber, () -> acts.decline(id, plain(answer.answer()), user));
            default -> throw new Rejected("action", "Say agree or decline.");
        };
    }

    private Outcome done(String caseNumber, Supplier<String> work) {
        String message;
        try {
            message = work.get();
        } catch (IllegalArgumentException refusal) {
            throw new Rejected("", refusal.getMessage() + ".");
        }
        CaseFiles.Row now = cases.find(caseNumber);
        return new Outcome(
                message,
                now.state(),
                now.outcome(),
                acts.waiting(caseNumber).map(Waiting::of).orElse(null));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
