package org.muniflow.server.desk;

import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.page.RecordPage;
import org.muniflow.kernel.spi.ActiveModule;

/** Gives a module's record pages with their type's wildcard kept. */
final class RecordPagesOf {

    private RecordPagesOf() {}

    static List<RecordPage<?>> module(ActiveModule module) {
        List<RecordPage<?>> pages = new ArrayList<>();
        module.components(RecordPage.class).forEach(pages::add);
        return pages;
    }
}
