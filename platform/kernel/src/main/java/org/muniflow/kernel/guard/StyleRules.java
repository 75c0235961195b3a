package org.muniflow.kernel.guard;

import java.util.List;

/** The style of models, held by the build. */
final class StyleRules {

    private StyleRules() {}

    static List<ModelRule> all() {
        return List.of(
                new SpokenIds(),
                new SpokenNames(),
                new AskingGateways(),
                new OneProcessPerFile(),
                new CitedLaw(),
                new DrawnDiagram(),
                new DatedTimers());
    }

    static List<ModelRule> warnings() {
        return List.of(new CitedMessages());
    }
}
