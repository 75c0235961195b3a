package org.muniflow.server.desk;

import org.muniflow.casework.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: a short welcome for the public, the day's work for staff. */
@Controller
final class StartPage {

    @GetMapping("/")
    String start(Model model) {
        return Visitor.present().user() == null ? "welcome" : "start";
    }
}
