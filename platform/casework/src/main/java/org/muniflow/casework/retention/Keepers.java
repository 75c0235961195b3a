package org.muniflow.casework.retention;

import java.util.Set;
import org.muniflow.casework.page.Visitor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who keeps the city's records, and who places holds: groups that the city names, and administrators. */
@Component
final class Keepers {

    private final Set<String> keepers;
    private final Set<String> holders;
    private final String adminGroup;

    Keepers(
            @Value("${muniflow.retention.groups:records-director}") Set<String> keepers,
            @Value("${muniflow.retention.hold-groups:records-director,law,city-counselor}") Set<String> holders,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup) {
        this.keepers = keepers;
        this.holders = holders;
        this.adminGroup = adminGroup;
    }

    boolean mayKeep() {
        return isIn(keepers);
    }

    boolean mayHold() {
        return isIn(holders);
    }

    void requireKeeper() {
        if (!mayKeep()) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "The retention schedule is for those who keep the city's records. Ask an administrator if you need it.");
        }
    }

    void requireHolder() {
        if (!mayHold()) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "Legal holds are placed by counsel and by those who keep the city's records. Ask one of them.");
        }
    }

    private boolean isIn(Set<String> groups) {
        Visitor visitor = Visitor.present();
        return visitor.groups().contains(adminGroup) || visitor.isIn(groups);
    }
}
