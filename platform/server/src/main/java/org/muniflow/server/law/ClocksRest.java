package org.muniflow.server.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.casework.calendar.UnknownYear;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.clock.NotComputable;
import org.muniflow.casework.clock.UnknownClock;
import org.muniflow.server.errors.ErrorAnswer;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The city's clocks: what the ordinances define, and the last day that follows from a date, with the days skipped. */
@RestController
@RequestMapping("/api/clocks")
final class ClocksRest {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    private final ModuleClocks clocks;

    ClocksRest(ModuleClocks clocks) {
        this.clocks = clocks;
    }

    /** A clock's row as listed. */
    record Listed(
            String clockId,
            String title,
            String kind,
            @Nullable Integer amount,
            @Nullable String unit,
            @Nullable String explanation,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String cites) {

        static Listed of(ClockDefinition clock) {
            return new Listed(
                    clock.id(),
                    clock.title(),
                    clock.kind().name(),
                    clock.length() == null ? null : clock.length().amount(),
                    clock.length() == null ? null : clock.length().unit().name(),
                    clock.explanation(),
                    clock.when().from(),
                    clock.when().to(),
                    clock.cites());
        }
    }

    @GetMapping
    List<Listed> list() {
        return clocks.list().stream().map(Listed::of).toList();
    }

    @GetMapping("/{clockId}/due")
    ClockDue due(
            @PathVariable String clockId,
            @RequestParam(name = "trigger", required = false) @Nullable List<String> triggers) {
        if (triggers == null || triggers.isEmpty()) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "The parameter 'trigger' is missing: give the date from which the law counts, as in"
                            + " ?trigger=2026-03-02; repeat it for a clock that runs from the later of several.");
        }
        LocalDate[] dates = triggers.stream().map(ClocksRest::date).toArray(LocalDate[]::new);
        return dates.length == 1 ? clocks.due(clockId, dates[0]) : clocks.dueFromLatest(clockId, dates);
    }

    private static LocalDate date(String text) {
        try {
            LocalDate read = LocalDate.parse(text.strip());
            if (read.getYear() < EARLIEST || read.getYear() > LATEST) {
                throw new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "The trigger '" + text + "' is outside the years " + EARLIEST + " to " + LATEST
                                + " that can be computed; check the year.");
            }
            return read;
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "The trigger '" + text + "' is no date; write it as year-month-day, for example 2026-03-02.");
        }
    }

    @ExceptionHandler
    ResponseEntity<ErrorAnswer> unknown(UnknownClock unknown) {
        return ResponseEntity.status(404).body(ErrorAnswer.of(404, unknown.getMessage() + "."));
    }

    @ExceptionHandler
    ResponseEntity<ErrorAnswer> uncounted(UnknownYear why) {
        return unprocessable(why);
    }

    @ExceptionHandler
    ResponseEntity<ErrorAnswer> notComputable(NotComputable why) {
        return unprocessable(why);
    }

    private static ResponseEntity<ErrorAnswer> unprocessable(RuntimeException why) {
        String told = String.valueOf(why.getMessage());
        String message = told.endsWith(".") ? told : told + ".";
        return ResponseEntity.status(422)
                .body(new ErrorAnswer(422, message, List.of(FieldProblem.of("trigger", message))));
    }
}
