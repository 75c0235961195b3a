package org.muniflow.kernel.guard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.guard.ModelKey.Kind;

/**
 * Every deployment belongs to one module. Its processes say to which; where there are none its decisions, and where there are
 * none its forms.
 */
final class OwnedModels implements ModelRule {

    @Override
    public String id() {
        return "owned-models";
    }

    @Override
    public void check(Models models, City city, Report report) {
        List<Models.Keyed> all = models.keyed();
        List<ModelKey> decisive = decisive(all.stream().map(Models.Keyed::key).toList());
        City.@Nullable Offers owner = city.publisher()
                .or(() -> decisive.stream()
                        .flatMap(key -> city.owner(key).stream())
                        .findFirst())
                .orElse(null);
        for (Models.Keyed model : all) {
            Optional<City.Offers> belongs = city.owner(model.key());
            if (belongs.isEmpty()) {
                if (decisive.contains(model.key())) {
                    model.tell(report, unknown(model.key(), decisive.get(0).kind()));
                }
            } else if (owner != null && !belongs.get().module().equals(owner.module())) {
                model.tell(report, foreign(model.key(), belongs.get(), owner, city));
            }
        }
        if (owner != null && city.publisher().isEmpty() && !city.takesCases(owner)) {
            all.get(0)
                    .tell(
                            report,
                            "No version of module " + owner.module()
                                    + " takes new cases now. Activate one, then deploy again.");
        }
    }

    /** The keys that say whose a deployment is: the processes, else the decisions, else the forms. */
    static List<ModelKey> decisive(Collection<ModelKey> keys) {
        for (Kind kind : Kind.values()) {
            List<ModelKey> ofKind =
                    keys.stream().filter(key -> key.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                return ofKind;
            }
        }
        return List.of();
    }

    private static String unknown(ModelKey key, Kind decisive) {
        return decisive == Kind.PROCESS
                ? "No active module declares " + key + ". Declare it in its module, start that, or correct the id."
                : "No active module has the " + key + ". Deploy it together with the process that uses it.";
    }

    private static String foreign(ModelKey key, City.Offers belongs, City.Offers owner, City city) {
        String text = key.toString();
        String start =
                Character.toUpperCase(text.charAt(0)) + text.substring(1) + " belongs to module " + belongs.module();
        return city.publisher().isPresent()
                ? start + " already. Give yours another id."
                : start + ", other models of this deployment to module " + owner.module() + ". Deploy them separately.";
    }
}
