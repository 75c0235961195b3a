package org.muniflow.kernel.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;

/** Judges deployments by the rules and by what the owning modules offer. */
final class DeployGuard implements DeployCheck {

    private final Supplier<Modules> modules;
    private final Supplier<Set<String>> expressionNames;

    DeployGuard(Supplier<Modules> modules, Supplier<Set<String>> expressionNames) {
        this.modules = modules;
        this.expressionNames = expressionNames;
    }

    @Override
    public List<Finding> check(Map<String, byte[]> files) {
        List<ModelRule> rules = new ArrayList<>(DeployRules.structure());
        rules.addAll(DeployRules.calls());
        return check(files, new Installed(), rules);
    }

    static List<Finding> check(Map<String, byte[]> files, City city, List<ModelRule> rules) {
        Report report = new Report();
        Models models = Models.read(files, report);
        for (ModelRule rule : rules) {
            report.rule(rule.id());
            rule.check(models, city, report);
        }
        return report.findings();
    }

    private final class Installed implements City {

        @Override
        public Optional<Offers> owner(String processKey) {
            return Publication.owner(processKey)
                    .or(() -> modules.get().owner(processKey))
                    .map(Installed::offers);
        }

        @Override
        public Set<String> expressionNames() {
            return expressionNames.get();
        }

        private static Offers offers(ActiveModule module) {
            Set<String> processes =
                    module.processes().stream().map(process -> process.key()).collect(Collectors.toSet());
            byte[] catalogue = module.resource(Catalogue.PATH).orElse(Catalogue.EMPTY);
            return Catalogue.read(module.name(), processes, catalogue);
        }
    }
}
