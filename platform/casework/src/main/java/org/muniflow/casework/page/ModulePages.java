package org.muniflow.casework.page;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.RecordPage;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/**
 * One template engine per running module version, since templates' compiled expressions keep the module's classes. Dropped
 * when the version stops.
 */
@Component
final class ModulePages implements ModuleListener {

    private final Map<ModuleId, ITemplateEngine> engines = new ConcurrentHashMap<>();

    /** Returns the engine that knows a module's pages and the platform's frame. */
    ITemplateEngine engine(ActiveModule module) {
        ITemplateEngine kept = engines.get(module.id());
        // A request that outlives its module gets an engine that nobody keeps.
        return kept == null ? ModuleTemplates.engine(module) : kept;
    }

    /** Finds a page of a module. */
    static @Nullable RecordPage<?> find(ActiveModule module, String key) {
        for (RecordPage<?> page : module.components(RecordPage.class)) {
            if (page.key().equals(key)) {
                return page;
            }
        }
        return null;
    }

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        Set<String> keys = new java.util.HashSet<>();
        for (RecordPage<?> page : module.components(RecordPage.class)) {
            if (!keys.add(page.key())) {
                problems.accept("Two record pages of " + module.name() + " have the key '" + page.key()
                        + "'; give each its own");
            }
            if (module.resource("pages/" + page.template() + ".html").isEmpty()) {
                problems.accept("The record page '" + page.key() + "' has no template; add pages/" + page.template()
                        + ".html to the module");
            }
            FormShape.of(page.form()).components().stream()
                    .filter(field -> !field.getType().isEnum() && !FieldValue.TYPES.contains(field.getType()))
                    .forEach(field -> problems.accept("The form of the record page '" + page.key() + "' has the field '"
                            + field.getName() + "' of type "
                            + field.getType().getSimpleName()
                            + "; use text, numbers, BigDecimal, LocalDate, Boolean, an enum or List<String>"));
        }
    }

    @Override
    public void started(ActiveModule module) {
        engines.put(module.id(), ModuleTemplates.engine(module));
    }

    @Override
    public void stopped(ActiveModule module) {
        engines.remove(module.id());
    }
}
