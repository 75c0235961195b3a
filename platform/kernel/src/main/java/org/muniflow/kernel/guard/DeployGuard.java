package org.muniflow.kernel.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;

/** Judges deployments by the rules and by what the owning modules offer. */
final class DeployGuard implements DeployCheck {

    private final Supplier<Modules> modules;
    private final Supplier<@Nullable DeployedModels> deployed;
    private final Supplier<Set<String>> expressionNames;

    DeployGuard(
            Supplier<Modules> modules,
            Supplier<@Nullable DeployedModels> deployed,
            Supplier<Set<String>> expressionNames) {
        this.modules = modules;
        this.deployed = deployed;
        this.expressionNames = expressionNames;
    }

    @Override
    public Judgement judge(Map<String, byte[]> files) {
        Installed city = new Installed(modules.get(), deployed.get(), expressionNames);
        List<ModelRule> rules = new ArrayList<>(DeployRules.structure());
        rules.addAll(DeployRules.calls());
        List<Finding> findings = check(files, city, rules);
        if (!findings.isEmpty() || Publication.publisher().isPresent()) {
            return new Judgement(findings, null);
        }
        Optional<ActiveModule> owner = OwnedModels.decisive(Models.keys(files)).stream()
                .flatMap(key -> city.module(key).stream())
                .findFirst();
        return new Judgement(findings, owner.map(ActiveModule::id).orElse(null));
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
}
