package org.muniflow.server.desk;

import org.muniflow.casework.page.Visitor;
import org.muniflow.server.MuniflowSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: a short welcome for the public, the day's work for staff. */
@Controller
final class StartPage {

    private final Desk desk;
    private final MuniflowSettings settings;

    StartPage(Desk desk, MuniflowSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping("/")
    String start(Model model) {
        Visitor visitor = Visitor.present();
        if (visitor.user() == null) {
            return "welcome";
        }
        Desk.Lists lists = desk.lists(visitor.user(), visitor.groups());
        model.addAttribute("mine", lists.mine());
        model.addAttribute("teams", lists.teams());
        model.addAttribute("stopped", lists.stopped());
        model.addAttribute("clocks", Desk.clocks(lists.mine(), lists.teams()));
        model.addAttribute("doors", desk.doors(visitor.groups()));
        model.addAttribute("administrator", visitor.groups().contains(settings.adminGroup()));
        return "start";
    }
}
