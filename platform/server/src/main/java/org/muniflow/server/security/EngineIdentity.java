package org.muniflow.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.muniflow.casework.delegation.DelegateMarks;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the signed-in person's groups anew, so that a lost membership counts at once, with the teams for whom the person
 * acts as delegate today, and tells the engine who it is.
 * The web applications under {@code /camunda} tell it themselves and would look the user up under an identity that may
 * not read users, so for them the engine is left alone.
 */
final class EngineIdentity extends OncePerRequestFilter {

    private final IdentityService identities;
    private final Memberships memberships;
    private final DelegateMarks delegates;

    EngineIdentity(IdentityService identities, Memberships memberships, DelegateMarks delegates) {
        this.identities = identities;
        this.memberships = memberships;
        this.delegates = delegates;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user instanceof AnonymousAuthenticationToken || !user.isAuthenticated()) {
            chain.doFilter(request, response);
            return;
        }
        List<String> groups = memberships.of(user.getName());
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        fresh.setAuthentication(EngineSignIn.signedIn(
                user.getName(),
                Stream.concat(groups.stream(), delegates.marks(user.getName(), groups).stream())
                        .toList()));
        SecurityContextHolder.setContext(fresh);
        try {
            identities.setAuthentication(user.getName(), groups);
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
