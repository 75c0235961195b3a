package org.muniflow.server.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks name and password against the engine's users, whose throttling of wrong tries it keeps. */
@Component
final class EngineSignIn implements AuthenticationProvider {

    private final IdentityService identities;
    private final Memberships memberships;

    EngineSignIn(IdentityService identities, Memberships memberships) {
        this.identities = identities;
        this.memberships = memberships;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        Object password = attempt.getCredentials();
        if (user.isBlank() || password == null || !identities.checkPassword(user, password.toString())) {
            throw new BadCredentialsException("Wrong name or password, or the account waits after a wrong try");
        }
        return signedIn(user, memberships.of(user));
    }

    static Authentication signedIn(String user, List<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, groups.stream().map(SimpleGrantedAuthority::new).toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
