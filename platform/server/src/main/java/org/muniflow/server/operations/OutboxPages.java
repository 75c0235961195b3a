package org.muniflow.server.operations;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.notice.OutboxDesk;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits in the outbox: e-mails with their failures and next tries, and how many letters wait for the print room. */
@Controller
@RequestMapping("/admin/outbox")
final class OutboxPages {

    private static final String LIST = "redirect:/admin/outbox";
    private static final int PAGE = 25;

    private final OutboxDesk outbox;
    private final EachCase each;
    private final CaseJournal journal;
    private final Clock clock;

    OutboxPages(OutboxDesk outbox, EachCase each, CaseJournal journal, Clock clock) {
        this.outbox = outbox;
        this.each = each;
        this.journal = journal;
        this.clock = clock;
    }

    private record Mail(OutboxDesk.Waiting notice) implements EachCase.Numbered {

        @Override
        public String caseNumber() {
            return notice.caseNumber();
        }
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String after, Model model) {
        List<OutboxDesk.Waiting> found = outbox.mail(after, PAGE + 1);
        model.addAttribute("standing", outbox.standing());
        model.addAttribute("mail", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        model.addAttribute("words", new Moments(clock.getZone()));
        return "operations/outbox";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes next) {
        OutboxDesk.Waiting notice = outbox.find(id)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "This e-mail does not wait any more; look at its case what became of it."));
        tell(tryNow(List.of(notice)), next);
        return LIST;
    }

    @PostMapping("/retry")
    String retryAll(RedirectAttributes next) {
        tell(tryNow(outbox.failing(EachCase.MOST)), next);
        return LIST;
    }

    @PostMapping("/{id}/paper")
    String paper(@PathVariable String id, RedirectAttributes next) {
        OutboxDesk.Waiting notice = outbox.find(id)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "This e-mail does not wait any more; look at its case what became of it."));
        EachCase.Outcome outcome = each.run(List.of(new Mail(notice)), mail -> {
            if (!outbox.onPaper(id)) {
                throw new IllegalStateException(
                        "The e-mail has left meanwhile, is being sent, or has no postal address.");
            }
            journal.write(
                    mail.caseNumber(),
                    Kind.NOTE,
                    "An operator sent “" + notice.subject() + "” to the print room, to go by mail instead of e-mail.",
                    "");
        });
        if (outcome.refused().isEmpty()) {
            next.addFlashAttribute("message", "The letter of " + notice.caseNumber() + " waits in the print room now.");
        } else {
            next.addFlashAttribute("refused", "The letter cannot go by mail.");
            next.addFlashAttribute("reasons", outcome.reasons());
        }
        return LIST;
    }

    private EachCase.Outcome tryNow(List<OutboxDesk.Waiting> notices) {
        return each.run(notices.stream().map(Mail::new).toList(), mail -> {
            if (!outbox.tryNow(mail.notice().id())) {
                throw new IllegalStateException("The e-mail has left meanwhile.");
            }
            journal.write(
                    mail.caseNumber(),
                    Kind.NOTE,
                    "An operator let the e-mail “" + mail.notice().subject() + "” be tried again at once.",
                    "");
        });
    }

    private static void tell(EachCase.Outcome outcome, RedirectAttributes next) {
        if (!outcome.done().isEmpty()) {
            next.addFlashAttribute(
                    "message",
                    (outcome.done().size() == 1
                                    ? "The e-mail of " + outcome.done().get(0) + " is"
                                    : outcome.done().size() + " e-mails are")
                            + " tried again within half a minute.");
        }
        if (!outcome.refused().isEmpty()) {
            next.addFlashAttribute("refused", "Some e-mails cannot be tried again.");
            next.addFlashAttribute("reasons", outcome.reasons());
        }
    }
}
