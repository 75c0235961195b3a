package org.muniflow.casework.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A case's inbox as staff see it: what was read, and a new access code for an applicant who has none or lost it. */
@Controller
@RequestMapping("/notices/inbox/{caseNumber}")
class InboxPages {

    private final Inbox inbox;
    private final CaseAccess access;
    private final Clock clock;

    InboxPages(Inbox inbox, CaseAccess access, Clock clock) {
        this.inbox = inbox;
        this.access = access;
        this.clock = clock;
    }

    /** A letter and the city's day on which it was first read. */
    record Row(InboxLetter letter, @Nullable LocalDate readOn) {}

    @GetMapping
    String show(@PathVariable String caseNumber, Model model) {
        return show(caseNumber, null, model);
    }

    /** The code is told once, in the answer itself: it is kept nowhere. */
    @PostMapping
    String code(@PathVariable String caseNumber, Model model) {
        String user = Visitor.present().user();
        if (user == null || !may(caseNumber, Right.WORK)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Giving an access code needs the right to work on the case.");
        }
        return show(caseNumber, user, model);
    }

    private String show(String caseNumber, @Nullable String giver, Model model) {
        if (!may(caseNumber, Right.READ)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case that you may read.");
        }
        if (giver != null) {
            model.addAttribute("code", inbox.newCode(caseNumber, giver));
        }
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute(
                "since",
                inbox.codeSince(caseNumber).map(at -> day(at.toInstant())).orElse(null));
        model.addAttribute(
                "rows",
                inbox.letters(caseNumber).stream()
                        .map(letter -> new Row(letter, letter.firstReadAt() == null ? null : day(letter.firstReadAt())))
                        .toList());
        model.addAttribute("workable", may(caseNumber, Right.WORK));
        return "notices/inbox";
    }

    private boolean may(String caseNumber, Right right) {
        return access.mayOnCase(Visitor.present().groups(), caseNumber, right);
    }

    private LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }
}
