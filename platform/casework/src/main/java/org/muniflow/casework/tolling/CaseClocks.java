package org.muniflow.casework.tolling;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.ledger.ClockChange;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.ledger.Tolling;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The clocks of a case for whoever may see it; changed by whoever may work on it. */
@Component
final class CaseClocks {

    private static final Map<String, ClockChange.Kind> ACTS = Map.of(
            "pause", ClockChange.Kind.PAUSED,
            "resume", ClockChange.Kind.RESUMED,
            "extend", ClockChange.Kind.EXTENDED);

    private final ClockLedger ledger;
    private final Tolling tolling;
    private final CaseAccess access;

    CaseClocks(ClockLedger ledger, Tolling tolling, CaseAccess access) {
        this.ledger = ledger;
        this.tolling = tolling;
        this.access = access;
    }

    List<LedgerEntry> all(String caseNumber) {
        if (!may(caseNumber, Right.READ)) {
            throw unknown("There is no case " + caseNumber + " that you may read.");
        }
        return ledger.ofCase(caseNumber);
    }

    LedgerEntry one(String caseNumber, String id) {
        return ledger.find(id)
                .filter(entry -> entry.caseNumber().equals(caseNumber) && may(caseNumber, Right.READ))
                .orElseThrow(() -> unknown("Case " + caseNumber + " has no clock " + id + " that you may see."));
    }

    boolean changeable(LedgerEntry entry) {
        return entry.open() && !entry.isWindow() && may(entry.caseNumber(), Right.WORK);
    }

    LedgerEntry change(String caseNumber, String id, String act, Map<String, String> given) {
        LedgerEntry entry = one(caseNumber, id);
        ClockChange.Kind kind = ACTS.get(act);
        if (kind == null) {
            throw unknown("A clock is changed by pause, resume or extend; not by " + act + ".");
        }
        if (!may(caseNumber, Right.WORK)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Changing a clock needs the right to work on the case's process.");
        }
        Cause cause = new Cause(given.getOrDefault("reason", ""), given.getOrDefault("cites", ""));
        return tolling.change(entry.id(), kind, date(given.getOrDefault("on", "")), cause);
    }

    private boolean may(String caseNumber, Right right) {
        return access.mayOnCase(Visitor.present().groups(), caseNumber, right);
    }

    private static @Nullable LocalDate date(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new Rejected("on", "Enter a date as year-month-day, for example 2026-06-18.");
        }
    }

    private static ResponseStatusException unknown(String why) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, why);
    }
}
