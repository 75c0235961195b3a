package org.muniflow.casework.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.page.RecordPage;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.stereotype.Component;

/** Writes submissions of record pages into the journal, in the submission's transaction and the module's name. */
@Component
final class PageJournal {

    private static final String RECORDS = "/records/";

    private final List<ModuleService<?>> services;

    PageJournal(List<ModuleService<?>> services) {
        this.services = services;
    }

    /**
     * Writes one entry.
     *
     * @param module the version whose page it is
     * @param recordId the record; null when the submission made it, then it is read from the next address
     * @param title the page's title
     * @param user who submitted
     * @param saved the result
     */
    void write(
            ModuleId module, @Nullable String recordId, String title, @Nullable String user, RecordPage.Saved saved) {
        String record = recordId != null ? recordId : made(saved.next());
        String who = user == null ? "" : " by " + user;
        String what = "Page \"" + title + "\" saved" + who + ": " + saved.message();
        for (ModuleService<?> service : services) {
            if (service.type() == Journal.class) {
                ((Journal) service.forModule().apply(module)).write(null, record, what, "");
            }
        }
    }

    private static @Nullable String made(@Nullable String next) {
        if (next == null || !next.startsWith(RECORDS)) {
            return null;
        }
        String path = next.replaceAll("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
