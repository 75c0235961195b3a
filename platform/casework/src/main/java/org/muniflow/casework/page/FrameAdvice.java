package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every controller's view its {@code frame}: who is signed in and where the person may go. */
@ControllerAdvice
public class FrameAdvice {

    private final String adminGroup;

    FrameAdvice(@Value("${muniflow.admin-group:camunda-admin}") String adminGroup) {
        this.adminGroup = adminGroup;
    }

    /**
     * Returns the frame of a request's page.
     *
     * @param request the request
     * @return who is signed in, and the main links
     */
    @ModelAttribute("frame")
    public Frame frame(HttpServletRequest request) {
        Visitor visitor = Visitor.present();
        String here = request.getRequestURI();
        List<Frame.Link> links = new ArrayList<>();
        if (visitor.user() != null) {
            links.add(link("/", "Start", here));
            links.add(link("/work", "Work list", here));
            links.add(link("/cases", "Cases", here));
            links.add(link("/camunda/app/tasklist/", "Tasklist", here));
            if (visitor.groups().contains(adminGroup)) {
                links.add(link("/camunda/app/cockpit/", "Cockpit", here));
            }
        }
        links.add(link("/directory", "Directory", here));
        return new Frame(visitor.user(), List.copyOf(links));
    }

    private static Frame.Link link(String address, String label, String here) {
        boolean same = address.equals("/") ? here.equals("/") : here.startsWith(address);
        return new Frame.Link(address, label, same);
    }
}
