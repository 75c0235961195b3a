package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Renders a module's page inside the frame.
 *
 * @param engine the module's template engine
 */
record RecordView(ITemplateEngine engine) implements View {

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JakartaServletWebApplication site = JakartaServletWebApplication.buildApplication(request.getServletContext());
        WebContext context = new WebContext(site.buildExchange(request, response), Locale.US);
        if (model != null) {
            model.forEach(context::setVariable);
        }
        // Rendered in memory first: a template's fault becomes an error page, not half a page.
        String html = engine.process("frame/record", context);
        response.setContentType(getContentType());
        response.getWriter().write(html);
    }
}
