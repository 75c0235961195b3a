package org.muniflow.server.modules;

import java.util.List;
import org.muniflow.kernel.spi.ModuleNeed;

/**
 * What still needs a version, as REST tells it.
 *
 * @param kind what it is
 * @param count how many there are
 * @param examples the first few by name
 * @param sentence what they are and what to do
 * @param keepsFromRetiring whether the version may not even retire; every need keeps it from being uninstalled
 */
record NeedAnswer(String kind, long count, List<String> examples, String sentence, boolean keepsFromRetiring) {

    static NeedAnswer of(ModuleNeed need) {
        return new NeedAnswer(
                need.kind().name(),
                need.count(),
                need.examples(),
                need.sentence(),
                need.kind().keepsFromRetiring());
    }
}
