package org.muniflow.casework.page;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.department.DelegatedTeam;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who makes the present request.
 *
 * @param user the user's id; null for the public
 * @param groups the user's groups, with the marks of those for whom the user acts as delegate; empty for the public
 */
public record Visitor(@Nullable String user, Set<String> groups) {

    private static final String ROLE = "ROLE_";

    /**
     * Returns who makes the present request, as sign-in found.
     *
     * @return the visitor
     */
    public static Visitor present() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated() || signedIn instanceof AnonymousAuthenticationToken) {
            return new Visitor(null, Set.of());
        }
        Set<String> groups = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(name -> name.startsWith(ROLE) ? name.substring(ROLE.length()) : name)
                .collect(Collectors.toUnmodifiableSet());
        return new Visitor(signedIn.getName(), groups);
    }

    /**
     * Tells whether the visitor belongs to one of some groups.
     *
     * @param allowed group ids
     * @return true if so
     */
    public boolean isIn(Set<String> allowed) {
        return groups.stream().anyMatch(allowed::contains);
    }

    /**
     * Returns the groups to which the visitor belongs.
     *
     * @return the groups without marks
     */
    public Set<String> teams() {
        return groups.stream().filter(group -> !DelegatedTeam.isMark(group)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the groups whose records the visitor may work on: the visitor's own, and those for whom the visitor acts as
     * delegate.
     *
     * @return the groups
     */
    public Set<String> acting() {
        return Stream.concat(teams().stream(), DelegatedTeam.among(groups, null).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
