package org.muniflow.casework.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.act.ActRequest;
import org.muniflow.casework.act.CaseAct;
import org.muniflow.casework.cases.CaseFiles;

/** What a visitor may do to a case against its ordinary course, and what waits for a second person. */
@FunctionalInterface
interface Corrections {

    /**
     * What the case page offers.
     *
     * @param acts the acts; none for whom may not correct
     * @param waiting what waits for a second person, for everybody who sees the case; null if nothing
     * @param mayAnswer whether the visitor may correct cases of this kind
     */
    record Offered(List<CaseAct> acts, @Nullable ActRequest waiting, boolean mayAnswer) {}

    Offered of(CaseFiles.Row file, Visitor visitor);
}
