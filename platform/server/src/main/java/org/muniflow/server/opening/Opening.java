package org.muniflow.server.opening;

import java.nio.file.Path;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.server.MuniflowSettings;
import org.muniflow.server.demo.Demonstration;
import org.muniflow.server.people.Console;
import org.muniflow.server.people.FirstPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Opens the city for work, step by step, once the engine runs; not while a backup is being restored into it. */
@Component
@ConditionalOnExpression("'${muniflow.restore:}'.isEmpty()")
final class Opening implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final String LAUNCHER = "launcher";

    private final FirstPeople firstPeople;
    private final Modules modules;
    private final ModuleOperations operations;
    private final Demonstration demonstration;
    private final MuniflowSettings settings;
    private final Opened opened;

    Opening(
            FirstPeople firstPeople,
            Modules modules,
            ModuleOperations operations,
            Demonstration demonstration,
            MuniflowSettings settings,
            Opened opened) {
        this.firstPeople = firstPeople;
        this.modules = modules;
        this.operations = operations;
        this.demonstration = demonstration;
        this.settings = settings;
        this.opened = opened;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        firstPeople.settle();
        operations.startAll();
        settings.install().forEach(this::install);
        if (settings.demo()) {
            demonstration.seed();
        }
        opened.done();
        LOG.info(
                "Open with modules {}",
                modules.active().stream().map(ActiveModule::name).toList());
    }

    /** One refused module keeps neither the others nor the platform from opening; its state says why. */
    private void install(Path jar) {
        try {
            operations.install(jar, LAUNCHER);
        } catch (ModuleRefused refused) {
            LOG.error("{} is not installed", jar, refused);
            Console.print(String.valueOf(refused.getMessage()));
        }
    }
}
