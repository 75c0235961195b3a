package org.muniflow.casework.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page that says one thing in words. */
final class Plain {

    private Plain() {}

    static ModelAndView page(HttpStatus status, String heading, String message) {
        ModelAndView page = new ModelAndView("frame/plain");
        page.setStatus(status);
        page.addObject("heading", heading);
        page.addObject("words", message);
        return page;
    }
}
