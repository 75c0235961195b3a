package org.muniflow.kernel.modules;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Rules;
import org.muniflow.api.module.DepartmentModule;
import org.muniflow.kernel.delegates.Offers;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.RuleRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings one module version up: class loader, declaration, schema, context, checks. */
final class ModuleStarter {

    private final ModulePlugins plugins;
    private final ModuleSchema schema;
    private final StartLimit limit;
    private final DataSource dataSource;
    private final Clock clock;
    private final ObjectProvider<ModuleService<?>> services;
    private final ObjectProvider<RuleRegistry> rules;
    private final ObjectProvider<ModuleListener> listeners;

    ModuleStarter(
            ModulePlugins plugins,
            ModuleSchema schema,
            StartLimit limit,
            DataSource dataSource,
            Clock clock,
            ObjectProvider<ModuleService<?>> services,
            ObjectProvider<RuleRegistry> rules,
            ObjectProvider<ModuleListener> listeners) {
        this.plugins = plugins;
        this.schema = schema;
        this.limit = limit;
        this.dataSource = dataSource;
        this.clock = clock;
        this.services = services;
        this.rules = rules;
        this.listeners = listeners;
    }

    /**
     * Starts a module; its models are not connected yet.
     *
     * @param path its jar
     * @param sha256 the jar's hash
     * @return the module with its context up
     * @throws ModuleRefused when it cannot start; nothing of it is left running
     */
    RunningModule start(Path path, String sha256) {
        ModuleManifest manifest = ModuleManifest.read(path);
        @Nullable ModuleContext context = null;
        Optional<String> newSchema = Optional.empty();
        try {
            ClassLoader loader = plugins.open(path);
            ModuleJar jar = ModuleJar.read(path);
            Declared declared = limit.within(manifest.id(), loader, () -> declare(manifest, loader));
            refuse(manifest, problems -> ModuleChecks.declaration(manifest, declared, jar, problems));
            newSchema = schema.migrate(manifest, jar);
            ModuleContext begun = context(new ModuleId(manifest.name(), manifest.version()), loader);
            context = begun;
            limit.within(manifest.id(), loader, () -> begun.start(declared.components()));
            RunningModule module = new RunningModule(manifest, sha256, declared, jar, loader, context);
            module.offers(offers(manifest, module));
            newSchema.ifPresent(module::newSchema);
            return module;
        } catch (StartLimit.Hung hung) {
            // Closing waits for whoever starts it, and that thread does not end.
            close(manifest, hung.still() ? null : context, newSchema);
            throw hung;
        } catch (ModuleRefused refused) {
            close(manifest, context, newSchema);
            throw refused;
        } catch (RuntimeException | Error failure) {
            // A module's own code may throw anything, and whatever it is, the city goes on without the module.
            close(manifest, context, newSchema);
            ModuleRefused refused = new ModuleRefused(manifest.id(), StartFailure.problems(failure));
            refused.initCause(failure);
            throw refused;
        }
    }

    /**
     * Stops a module whose jobs have come to rest.
     *
     * @param module the module
     */
    void stop(RunningModule module) {
        module.context().close();
        plugins.close(module.id().toString());
    }

    /**
     * Stops a module whose start failed after its context was up; it leaves nothing behind.
     *
     * @param module the module
     */
    void abandon(RunningModule module) {
        stop(module);
        String fresh = module.newSchema();
        if (fresh != null) {
            schema.drop(fresh);
        }
    }

    private static DepartmentModule instance(ModuleManifest manifest, ClassLoader loader) {
        try {
            return (DepartmentModule)
                    loader.loadClass(manifest.moduleClass()).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new ModuleRefused(
                    manifest.id(),
                    "The constructor of Module-Class " + manifest.moduleClass() + " fails: "
                            + StartFailure.inWords(e.getTargetException()),
                    e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ModuleRefused(
                    manifest.id(),
                    "Module-Class " + manifest.moduleClass() + " is no public class with a public constructor without"
                            + " parameters that implements DepartmentModule (" + e + ").",
                    e);
        }
    }

    private static Declared declare(ModuleManifest manifest, ClassLoader loader) {
        Declared declared = new Declared(manifest.name());
        instance(manifest, loader).declare(declared);
        return declared;
    }

    private ModuleContext context(ModuleId module, ClassLoader loader) {
        ModuleContext context = new ModuleContext(loader, clock);
        context.offer(Clock.class, clock);
        // Never the platform's own: it would hold the module's classes for ever.
        context.offer(JdbcClient.class, JdbcClient.create(dataSource));
        rules.ifAvailable(registry -> context.offer(Rules.class, registry));
        services.forEach(service -> {
            if (service.type() != Rules.class && service.type() != Clock.class) {
                context.offer(service.type(), service.forModule().apply(module));
            }
        });
        return context;
    }

    private Offers offers(ModuleManifest manifest, RunningModule module) {
        Offers[] offers = new Offers[1];
        refuse(manifest, problems -> {
            offers[0] = Offers.of(module.context().components(), clock, problems);
            ModuleChecks.catalogue(module, offers[0], problems);
            listeners.orderedStream().forEach(listener -> listener.check(module, problems));
        });
        return offers[0];
    }

    private static void refuse(ModuleManifest manifest, Consumer<Consumer<String>> check) {
        List<String> problems = new ArrayList<>();
        check.accept(problems::add);
        if (!problems.isEmpty()) {
            throw new ModuleRefused(manifest.id(), problems);
        }
    }

    private void close(ModuleManifest manifest, @Nullable ModuleContext context, Optional<String> newSchema) {
        if (context != null) {
            context.close();
        }
        plugins.close(manifest.id());
        newSchema.ifPresent(schema::drop);
    }
}
