package org.muniflow.casework.notice;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeeds;

/**
 * Letters that still need a version: those whose receipt will start a clock for one of its cases and, for the last version of a
 * module, also all that are not sent yet.
 */
final class NoticeNeeds implements ModuleNeeds {

    private static final int EXAMPLES = 5;

    private final Outbox outbox;
    private final VersionCases cases;

    NoticeNeeds(Outbox outbox, VersionCases cases) {
        this.outbox = outbox;
        this.cases = cases;
    }

    @Override
    public List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last) {
        List<Outbox.Pending> pending = outbox.pending(module.name());
        if (!last) {
            List<Outbox.Pending> starting =
                    pending.stream().filter(Outbox.Pending::startsClock).toList();
            Set<String> mine = cases.among(
                    deployments,
                    starting.stream().map(Outbox.Pending::caseNumber).toList());
            pending = starting.stream()
                    .filter(letter -> mine.contains(letter.caseNumber()))
                    .toList();
        }
        if (pending.isEmpty()) {
            return List.of();
        }
        List<String> numbers =
                pending.stream().map(Outbox.Pending::caseNumber).distinct().toList();
        List<String> examples = numbers.stream().limit(EXAMPLES).toList();
        boolean one = pending.size() == 1;
        return List.of(new ModuleNeed(
                ModuleNeed.Kind.NOTICES,
                pending.size(),
                examples,
                pending.size()
                        + (one
                                ? " letter is not sent, or waits for the receipt that starts a clock ("
                                : " letters are not sent, or wait for the receipts that start clocks (")
                        + String.join(", ", examples) + (numbers.size() > examples.size() ? ", …" : "")
                        + "); record mailing, receipt or return at /notices."));
    }
}
