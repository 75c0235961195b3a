package org.muniflow.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives lists of the engine's REST interface an end: the engine refuses an unbounded question, so that one caller
 * cannot read a whole table into memory; a caller who names no {@code maxResults} gets the first thousand rows.
 */
@Component
final class BoundedLists extends OncePerRequestFilter {

    private static final String LIMIT = "maxResults";
    private static final String FIRST_ROWS = LIMIT + "=1000";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest/")
                || request.getParameter(LIMIT) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Bounded(request), response);
    }

    /** The request with a limit in its query string, which is where the engine's REST interface looks. */
    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            String query = super.getQueryString();
            return query == null || query.isEmpty() ? FIRST_ROWS : query + "&" + FIRST_ROWS;
        }
    }
}
