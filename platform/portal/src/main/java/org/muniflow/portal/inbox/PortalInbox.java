package org.muniflow.portal.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.inbox.Inbox;
import org.muniflow.casework.inbox.InboxLetter;
import org.muniflow.portal.RateLimit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The inbox at {@code /inbox}: case number and access code open the letters of one application, in English or Spanish. The
 * answer to a wrong number and to a wrong code is the same, and tries are limited by address.
 */
@Controller
@RequestMapping("/inbox")
final class PortalInbox {

    private static final String CASE = "muniflow.inbox.case";
    private static final String PASS = "muniflow.inbox.pass";
    private static final int LONGEST = 64;

    private final Inbox inbox;
    private final RateLimit limit;
    private final Clock clock;

    PortalInbox(Inbox inbox, @Qualifier("inboxLimit") RateLimit limit, Clock clock) {
        this.inbox = inbox;
        this.limit = limit;
        this.clock = clock;
    }

    /** A letter as listed, with the city's day on which it was first read. */
    record Row(InboxLetter letter, @Nullable LocalDate readOn) {}

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "en") String lang, HttpServletRequest request) {
        InboxWords words = InboxWords.in(lang);
        return opened(request).map(caseNumber -> letters(caseNumber, words)).orElseGet(() -> door(words));
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "en") String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        InboxWords words = InboxWords.in(lang);
        long seconds = limit.secondsToWait(request.getRemoteAddr());
        if (seconds > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return refused(words, HttpStatus.TOO_MANY_REQUESTS, "toomany");
        }
        String number = caseNumber.strip().toUpperCase(Locale.ROOT);
        Optional<String> pass =
                number.length() > LONGEST || code.length() > LONGEST ? Optional.empty() : inbox.pass(number, code);
        if (pass.isEmpty()) {
            return refused(words, HttpStatus.FORBIDDEN, "wrong");
        }
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(CASE, number);
        session.setAttribute(PASS, pass.get());
        return new ModelAndView("redirect:/inbox?lang=" + words.language());
    }

    @GetMapping("/letters/{id}")
    void letter(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        InputStream found = opened(request)
                .flatMap(caseNumber -> inbox.read(caseNumber, id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Your inbox has no such letter. Open your inbox and try again."));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"letter.pdf\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (found) {
            found.transferTo(response.getOutputStream());
        }
    }

    @PostMapping("/leave")
    String leave(@RequestParam(defaultValue = "en") String lang, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(CASE);
            session.removeAttribute(PASS);
        }
        return "redirect:/inbox?lang=" + InboxWords.in(lang).language();
    }

    /** Returns the case whose inbox the visitor has opened; a code that was replaced meanwhile opens nothing any more. */
    private Optional<String> opened(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(CASE) instanceof String caseNumber
                        && session.getAttribute(PASS) instanceof String pass
                        && inbox.holds(caseNumber, pass)
                ? Optional.of(caseNumber)
                : Optional.empty();
    }

    private ModelAndView letters(String caseNumber, InboxWords words) {
        ModelAndView page = new ModelAndView("portal/inbox");
        page.addObject("words", words);
        page.addObject("caseNumber", caseNumber);
        page.addObject(
                "rows",
                inbox.letters(caseNumber).stream()
                        .map(letter -> new Row(
                                letter,
                                letter.firstReadAt() == null
                                        ? null
                                        : letter.firstReadAt()
                                                .atZone(clock.getZone())
                                                .toLocalDate()))
                        .toList());
        return page;
    }

    private static ModelAndView door(InboxWords words) {
        ModelAndView page = new ModelAndView("portal/inbox-door");
        page.addObject("words", words);
        return page;
    }

    private static ModelAndView refused(InboxWords words, HttpStatus status, String why) {
        ModelAndView page = door(words);
        page.setStatus(status);
        page.addObject("why", words.of(why));
        return page;
    }
}
