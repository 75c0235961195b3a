package org.muniflow.server.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Replaces the container's error page: a page in words for people, the error shape for machines. */
@Controller
final class ErrorPage implements ErrorController {

    static final String MESSAGE = ErrorPage.class.getName() + ".message";

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String message = request.getAttribute(MESSAGE) instanceof String told ? told : Words.of(status);
        String uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Paths.machine(uri)
                ? ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(ErrorAnswer.of(status, message))
                : page(status, message);
    }

    private static ModelAndView page(int status, String message) {
        ModelAndView page = new ModelAndView("error");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("status", status);
        page.addObject("heading", Words.heading(status));
        page.addObject("told", message);
        return page;
    }
}
