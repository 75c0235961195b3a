package org.muniflow.casework.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own absences over REST. */
@RestController
@RequestMapping("/api/absences")
final class AbsenceApi {

    private final Absences absences;

    AbsenceApi(Absences absences) {
        this.absences = absences;
    }

    /**
     * What is sent.
     *
     * @param substitute the sign-in name of who stands in
     * @param fromOn the first day
     * @param toOn the last day
     */
    record Entry(
            @Nullable String substitute,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn) {}

    /**
     * What is answered.
     *
     * @param mine the present person's absences that are not over
     * @param standingInFor for whom the person stands in today
     */
    record Shown(List<Absence> mine, List<Absence> standingInFor) {}

    @GetMapping
    Shown list() {
        return new Shown(absences.of(user()), absences.standInsOf(user()));
    }

    @PostMapping
    ResponseEntity<?> enter(@RequestBody Entry entry) {
        try {
            String substitute = entry.substitute();
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(absences.enter(
                            user(), substitute == null ? "" : substitute, entry.fromOn(), entry.toOn(), user()));
        } catch (Rejected refusal) {
            return ResponseEntity.unprocessableEntity().body(new Problems(refusal.problems()));
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(@PathVariable String id) {
        return absences.end(id, user())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    /** What is wrong, field by field. */
    record Problems(List<FieldProblem> problems) {}

    private static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }
}
