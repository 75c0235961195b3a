package org.muniflow.server.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.JournalCheck;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Compares the journal with its seals, a page at a time: ask again with {@code after} the last {@code to} and the same
 * {@code until} until it is complete. Only administrators get here.
 */
@RestController
final class JournalRest {

    private static final int MOST = 10_000;

    private final JournalCheck check;

    JournalRest(JournalCheck check) {
        this.check = check;
    }

    @GetMapping("/api/journal/verify")
    JournalCheck.Page verify(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long until,
            @RequestParam(defaultValue = "5000") int limit,
            @RequestParam(defaultValue = "") String anchor) {
        if (after < 0 || until != null && until < after) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "after and until are numbers of seals, after the smaller one.");
        }
        if (limit < 1 || limit > MOST) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MOST + ".");
        }
        return check.page(after, until, limit, held(anchor));
    }

    private static Map<Long, String> held(String anchor) {
        if (anchor.isEmpty()) {
            return Map.of();
        }
        if (!anchor.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "anchor is a number of seals, a colon and 64 hexadecimal digits, as an earlier check printed it.");
        }
        int colon = anchor.indexOf(':');
        return Map.of(Long.valueOf(anchor.substring(0, colon)), anchor.substring(colon + 1));
    }
}
