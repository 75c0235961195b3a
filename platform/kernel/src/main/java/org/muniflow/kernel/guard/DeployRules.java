package org.muniflow.kernel.guard;

import java.util.List;

/** The rules that every deployment must keep, in the order of reading. */
final class DeployRules {

    private DeployRules() {}

    /** What a model may do at all; needs no knowledge of modules but what it finds in the deployment. */
    static List<ModelRule> structure() {
        return List.of(
                new NoScripts(),
                new NoClasses(),
                new NoConnectors(),
                new AllowedExpressions(),
                new ShowableForms(),
                new KeptHistory(),
                new DeploymentBindings(),
                new CallsBetweenModules(),
                new AsyncSignals(),
                new NamedVariables(),
                new FourEyes(),
                new ClockProperties());
    }

    /** What a model may call; needs the modules. */
    static List<ModelRule> calls() {
        return List.of(new OwnedModels(), new WholeFiles(), new OfferedNames());
    }
}
