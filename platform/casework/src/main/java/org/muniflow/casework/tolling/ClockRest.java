package org.muniflow.casework.tolling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.ledger.ClockChange;
import org.muniflow.casework.ledger.LedgerEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of a case for machines. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/clocks")
final class ClockRest {

    private final CaseClocks clocks;

    ClockRest(CaseClocks clocks) {
        this.clocks = clocks;
    }

    /** A clock as it stands; without a last day while it is paused, and for a window. */
    record Answer(
            String id,
            String clockId,
            String title,
            LedgerEntry.State state,
            LocalDate trigger,
            @Nullable LocalDate due,
            @Nullable LocalDate firstDue,
            @Nullable LocalDate actOn,
            boolean keyedLate,
            String why,
            String cites,
            List<ClockChange> changes) {

        static Answer of(LedgerEntry entry) {
            return new Answer(
                    entry.id(),
                    entry.computation().clockId(),
                    entry.title(),
                    entry.state(),
                    entry.computation().trigger(),
                    entry.lastDay(),
                    entry.isWindow() ? null : entry.first().due(),
                    entry.actOn(),
                    entry.keyedLate(),
                    entry.why(),
                    entry.computation().cites(),
                    entry.changes());
        }
    }

    @GetMapping
    List<Answer> list(@PathVariable String caseNumber) {
        return clocks.all(caseNumber).stream().map(Answer::of).toList();
    }

    /** Pauses, resumes or extends: {@code {"on": "2026-03-02", "reason": "…", "cites": "…"}}. */
    @PostMapping("/{id}/{act}")
    Answer change(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @PathVariable String act,
            @RequestBody Map<String, String> given) {
        return Answer.of(clocks.change(caseNumber, id, act, given));
    }
}
