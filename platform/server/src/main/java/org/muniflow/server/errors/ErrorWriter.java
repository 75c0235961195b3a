package org.muniflow.server.errors;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Writes refusals of the sign-in filters, which come before any controller. */
@Component
public final class ErrorWriter {

    private static final String SIGN_IN = "Sign in first: at /login in a browser, or with HTTP Basic name and password."
            + " After a wrong password wait a few seconds.";

    private final ObjectMapper json;

    ErrorWriter(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Answers 401.
     *
     * @param request the request
     * @param response its response
     * @param refused why
     * @throws IOException when the connection is gone
     */
    public void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        write(response, ErrorAnswer.of(401, SIGN_IN));
    }

    /**
     * Answers 403, for pages by the error page.
     *
     * @param request the request
     * @param response its response
     * @param refused why
     * @throws IOException when the connection is gone
     */
    public void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        boolean machine = Paths.machine(request.getRequestURI());
        if (machine
                && refused instanceof CsrfException
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            write(response, ErrorAnswer.of(401, SIGN_IN));
            return;
        }
        String message = refused instanceof CsrfException
                ? "The request lacks a valid CSRF token. Load the page again, or send the token of GET /api/csrf in the"
                        + " header X-CSRF-TOKEN."
                : "Your groups do not allow this. Ask an administrator if you need it.";
        if (machine) {
            write(response, ErrorAnswer.of(403, message));
        } else {
            request.setAttribute(ErrorPage.MESSAGE, message);
            response.sendError(403);
        }
    }

    private void write(HttpServletResponse response, ErrorAnswer answer) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(answer));
    }
}
