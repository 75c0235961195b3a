package org.muniflow.casework.delegation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delegations over REST: by which a person acts today, and those of the person's teams. */
@RestController
@RequestMapping("/api/delegations")
final class DelegationApi {

    private static final int MOST = 200;

    private final DelegationDesk desk;

    DelegationApi(DelegationDesk desk) {
        this.desk = desk;
    }

    /**
     * What is answered.
     *
     * @param actingToday the delegations by which the present person acts today
     * @param ofMyTeams the latest delegations of the person's teams, ended ones too
     */
    record Shown(List<Delegation> actingToday, List<Delegation> ofMyTeams) {}

    /** What is wrong, field by field. */
    record Problems(List<FieldProblem> problems) {}

    @GetMapping
    Shown list() {
        return new Shown(desk.actingToday(user()), desk.ofTeamsOf(user(), MOST));
    }

    @PostMapping
    ResponseEntity<?> enter(@RequestBody DelegationDesk.Entry entry) {
        try {
            return ResponseEntity.status(HttpStatus.CREATED).body(desk.enter(entry, user()));
        } catch (Rejected refusal) {
            return ResponseEntity.unprocessableEntity().body(new Problems(refusal.problems()));
        }
    }

    /** Revokes: {@code {"reason": "…"}}. */
    @PostMapping("/{id}/revoke")
    ResponseEntity<?> revoke(@PathVariable String id, @RequestBody Map<String, String> given) {
        try {
            return desk.revoke(id, given.get("reason"), user())
                    ? ResponseEntity.noContent().build()
                    : ResponseEntity.notFound().build();
        } catch (Rejected refusal) {
            return ResponseEntity.unprocessableEntity().body(new Problems(refusal.problems()));
        }
    }

    private static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }
}
