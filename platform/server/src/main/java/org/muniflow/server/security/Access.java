package org.muniflow.server.security;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.muniflow.casework.delegation.DelegateMarks;
import org.muniflow.server.MuniflowSettings;
import org.muniflow.server.errors.ErrorWriter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The access table. Deny by default: what is not named here needs sign-in. Matchers are objects, never plain strings: a
 * string would be matched relative to the engine's own servlet and miss its REST interface.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Access {

    private static final String OWN_PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** The diagram viewer places its licence mark by inline style. */
    private static final String CASE_PAGES = OWN_PAGES + "; style-src 'self' 'unsafe-inline'";

    private static final RequestMatcher WEBAPPS = path("/camunda/**");
    private static final RequestMatcher CASES = path("/cases/**");

    private static final RequestMatcher LASTING = or(
            RegexRequestMatcher.regexMatcher("/camunda/.*\\.(js|css|woff2|svg|png|ico)(\\?.*)?"), path("/assets/**"));

    private final IdentityService identities;
    private final Memberships memberships;
    private final DelegateMarks delegates;
    private final MuniflowSettings settings;
    private final ErrorWriter errors;

    Access(
            IdentityService identities,
            Memberships memberships,
            DelegateMarks delegates,
            MuniflowSettings settings,
            ErrorWriter errors) {
        this.delegates = delegates;
        this.identities = identities;
        this.memberships = memberships;
        this.settings = settings;
        this.errors = errors;
    }

    /** Machines with Basic, own scripts with the session; never a redirect, never a browser's password box. */
    @Bean
    @Order(1)
    SecurityFilterChain machineAccess(HttpSecurity http) throws Exception {
        RequestMatcher submission = path(HttpMethod.POST, "/api/applications/*");
        http.securityMatcher(or(path("/engine-rest/**"), path("/api/**")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                submission,
                                path(HttpMethod.GET, "/api/applications"),
                                path(HttpMethod.GET, "/api/applications/**"),
                                path(HttpMethod.GET, "/api/registers/**"),
                                path(HttpMethod.GET, "/api/registers"))
                        .permitAll()
                        .requestMatchers(
                                path("/api/modules/**"),
                                path("/api/modules"),
                                path("/api/journal/**"),
                                path("/api/backup"),
                                path("/api/documents/integrity"),
                                path(HttpMethod.POST, "/api/holidays"),
                                path(HttpMethod.POST, "/api/holidays/**"))
                        .hasAuthority(settings.adminGroup())
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .httpBasic(basic -> basic.authenticationEntryPoint(errors::unauthenticated))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(errors::unauthenticated)
                        .accessDeniedHandler((request, response, denied) -> {
                            // A machine without credentials misses those, not a form's token.
                            if (SecurityContextHolder.getContext().getAuthentication() == null) {
                                errors.unauthenticated(
                                        request, response, new InsufficientAuthenticationException("no credentials"));
                            } else {
                                errors.denied(request, response, denied);
                            }
                        }))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.ignoringRequestMatchers(Access::hasBasic, submission))
                .headers(Access::headers)
                .logout(logout -> logout.disable())
                .addFilterBefore(new EngineIdentity(identities, memberships, delegates), AuthorizationFilter.class);
        return http.build();
    }

    /** People: pages and the engine's web applications, one session. */
    @Bean
    @Order(2)
    SecurityFilterChain peopleAccess(HttpSecurity http) throws Exception {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(new AndRequestMatcher(
                path(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(
                        or(path("/camunda/api/**"), path("/assets/**"), path("/favicon.ico"), path("/error")))));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                path("/"),
                                path("/directory"),
                                path("/directory/**"),
                                path("/inbox"),
                                path("/inbox/**"),
                                path("/assets/**"),
                                path("/login"),
                                path("/error"),
                                path("/favicon.ico"),
                                path(HttpMethod.GET, "/actuator/health"))
                        .permitAll()
                        // Camunda's own sign-in would give one session two identities; its setup would make
                        // administrators.
                        .requestMatchers(
                                path("/camunda/api/admin/auth/user/*/login/*"), path("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .requestMatchers(path("/actuator/**"), path("/admin/**"))
                        .hasAuthority(settings.adminGroup())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").permitAll())
                .requestCache(cache -> cache.requestCache(wanted))
                .httpBasic(basic -> basic.authenticationEntryPoint(errors::unauthenticated))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(entry()).accessDeniedHandler(errors::denied))
                .csrf(csrf -> csrf.ignoringRequestMatchers(new OrRequestMatcher(WEBAPPS, Access::hasBasic)))
                .logout(logout -> logout.logoutRequestMatcher(or(
                                path(HttpMethod.POST, "/logout"),
                                path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout")))
                        .logoutSuccessHandler(signedOut()))
                .headers(Access::headers)
                .addFilterBefore(new EngineIdentity(identities, memberships, delegates), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappSignIn.class.getName()));
        registration.setUrlPatterns(List.of("/camunda/app/*", "/camunda/api/*"));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    private AuthenticationEntryPoint entry() {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        RequestMatcher scripts = or(path("/camunda/api/**"), path("/actuator/**"));
        return (request, response, refused) -> {
            if (scripts.matches(request)) {
                errors.unauthenticated(request, response, refused);
            } else {
                page.commence(request, response, refused);
            }
        };
    }

    private static LogoutSuccessHandler signedOut() {
        LogoutSuccessHandler script = new HttpStatusReturningLogoutSuccessHandler();
        return (request, response, user) -> {
            if (WEBAPPS.matches(request)) {
                script.onLogoutSuccess(request, response, user);
            } else {
                response.sendRedirect(request.getContextPath() + "/login?signedout");
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(cache -> cache.disable())
                .referrerPolicy(referrer -> {})
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(LASTING), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        CASES, new StaticHeadersWriter("Content-Security-Policy", CASE_PAGES)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(or(WEBAPPS, CASES)),
                        new StaticHeadersWriter("Content-Security-Policy", OWN_PAGES)));
    }

    private static boolean hasBasic(jakarta.servlet.http.HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static RequestMatcher or(RequestMatcher... matchers) {
        return new OrRequestMatcher(Stream.of(matchers).toList());
    }
}
