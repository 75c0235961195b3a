package org.muniflow.casework.tolling;

import java.util.List;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The missed clocks of which the visitor's groups are to hear, until somebody of them has. */
@Controller
@RequestMapping("/work/missed")
final class MissedPages {

    private static final int PAGE = 50;

    private final ClockLedger ledger;

    MissedPages(ClockLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    String show(Model model) {
        List<LedgerEntry> missed = ledger.escalated(Visitor.present().groups(), PAGE + 1);
        model.addAttribute("clocks", missed.subList(0, Math.min(PAGE, missed.size())));
        model.addAttribute("more", missed.size() > PAGE);
        return "clocks/missed";
    }

    @PostMapping("/{id}")
    String heard(@PathVariable String id, RedirectAttributes next) {
        Visitor visitor = Visitor.present();
        boolean recorded = ledger.heard(id, visitor.groups(), visitor.user());
        next.addFlashAttribute(
                "message",
                recorded
                        ? "Recorded that you have seen it."
                        : "This clock no longer waits for your groups: somebody has seen it, or it was not missed after"
                                + " all.");
        return "redirect:/work/missed";
    }
}
