package org.muniflow.casework.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ActiveModule;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Reads templates {@code pages/*} from a module's jar. */
final class ModuleTemplates extends AbstractConfigurableTemplateResolver {

    private final ActiveModule module;

    private ModuleTemplates(ActiveModule module) {
        this.module = module;
        setResolvablePatterns(java.util.Set.of("pages/*"));
        setCheckExistence(false);
        setOrder(1);
    }

    /** Makes an engine for a module's pages inside the platform's frame. */
    static ITemplateEngine engine(ActiveModule module) {
        ClassLoaderTemplateResolver frame = new ClassLoaderTemplateResolver(ModuleTemplates.class.getClassLoader());
        frame.setPrefix("templates/");
        frame.setSuffix(".html");
        frame.setCharacterEncoding(StandardCharsets.UTF_8.name());
        frame.setResolvablePatterns(java.util.Set.of("frame/*"));
        frame.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(new ModuleTemplates(module));
        engine.addTemplateResolver(frame);
        return engine;
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            String resourceName,
            @Nullable String characterEncoding,
            @Nullable Map<String, Object> attributes) {
        String text = module.resource(template + ".html")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new IllegalStateException("Module " + module.name() + " has no file " + template + ".html"));
        return new StringTemplateResource(text);
    }
}
