package org.muniflow.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import org.muniflow.casework.duty.ReportDuties;
import org.muniflow.casework.notice.Receipts;
import org.muniflow.casework.page.Visitor;
import org.muniflow.server.MuniflowSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: a short welcome for the public, the day's work for staff. */
@Controller
final class StartPage {

    private static final int UNPROVEN = 50;

    private final Desk desk;
    private final ReportDuties reports;
    private final Receipts receipts;
    private final MuniflowSettings settings;
    private final Clock clock;

    StartPage(Desk desk, ReportDuties reports, Receipts receipts, MuniflowSettings settings, Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.receipts = receipts;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(Model model) {
        Visitor visitor = Visitor.present();
        if (visitor.user() == null) {
            return "welcome";
        }
        Desk.Lists lists = desk.lists(visitor.user(), visitor.teams());
        model.addAttribute("mine", lists.mine());
        model.addAttribute("teams", lists.teams());
        model.addAttribute("stopped", lists.stopped());
        model.addAttribute("clocks", Desk.clocks(lists.mine(), lists.teams()));
        model.addAttribute("doors", desk.doors(visitor.groups()));
        boolean administrator = visitor.groups().contains(settings.adminGroup());
        model.addAttribute("reports", reports.owed(visitor.groups(), administrator));
        model.addAttribute("unproven", receipts.owed(visitor.groups(), UNPROVEN));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("administrator", administrator);
        return "start";
    }
}
