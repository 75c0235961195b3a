package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every request its {@code frame}: who is signed in and where the person may go. A request attribute, not a model
 * attribute, since the pages of exception handlers need it too.
 */
@Component
final class Frames implements HandlerInterceptor, WebMvcConfigurer {

    private final String adminGroup;
    private final Set<String> keepers;

    Frames(
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup,
            @Value("${muniflow.retention.groups:records-director}") Set<String> keepers) {
        this.adminGroup = adminGroup;
        this.keepers = keepers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("frame", frame(request.getRequestURI()));
        return true;
    }

    private Frame frame(String here) {
        Visitor visitor = Visitor.present();
        List<Frame.Link> links = new ArrayList<>();
        if (visitor.user() != null) {
            links.add(link("/", "Start", here));
            links.add(link("/work", "Work list", here));
            links.add(link("/cases", "Cases", here));
            links.add(link("/clocks", "Clocks", here));
            links.add(link("/notices", "Letters", here));
            links.add(link("/camunda/app/tasklist/", "Tasklist", here));
            if (visitor.isIn(keepers)) {
                links.add(link("/retention", "Retention", here));
            }
            if (visitor.groups().contains(adminGroup)) {
                links.add(link("/admin", "Operations", here));
            }
        }
        links.add(link("/directory", "Directory", here));
        if (visitor.user() == null) {
            links.add(link("/inbox", "My letters", here));
        }
        return new Frame(visitor.user(), List.copyOf(links));
    }

    private static Frame.Link link(String address, String label, String here) {
        boolean same = address.equals("/") ? here.equals("/") : here.startsWith(address);
        return new Frame.Link(address, label, same);
    }
}
