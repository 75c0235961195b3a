package org.muniflow.kernel.modules;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.muniflow.kernel.modules.CityOffers.Lack;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeed.Kind;
import org.muniflow.kernel.spi.ModuleNeeds;

/** What other modules require and only this version provides. */
final class RequirementNeeds implements ModuleNeeds {

    private final CityOffers offers;

    RequirementNeeds(CityOffers offers) {
        this.offers = offers;
    }

    @Override
    public List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last) {
        Collection<Lack> lost = offers.lacksWithout(module);
        if (lost.isEmpty()) {
            return List.of();
        }
        List<String> requirers = lost.stream()
                .map(lack -> lack.module().toString())
                .distinct()
                .sorted()
                .toList();
        String sentence = lost.stream().map(Lack::toString).sorted().collect(Collectors.joining("; "))
                + "; only this version provides that. Activate another version that does, or retire "
                + (requirers.size() == 1 ? "the other module" : "the other modules") + " first.";
        return List.of(new ModuleNeed(Kind.REQUIREMENTS, lost.size(), requirers, sentence));
    }
}
