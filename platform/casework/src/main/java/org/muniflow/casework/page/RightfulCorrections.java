package org.muniflow.casework.page;

import java.util.List;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.act.ActRequest;
import org.muniflow.casework.act.CaseAct;
import org.muniflow.casework.act.CaseActs;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.document.CaseAccess;
import org.springframework.stereotype.Component;

/** Offers corrections to those whose groups have the right; one request at a time. */
@Component
final class RightfulCorrections implements Corrections {

    private final CaseActs acts;
    private final CaseAccess access;

    RightfulCorrections(CaseActs acts, CaseAccess access) {
        this.acts = acts;
        this.access = access;
    }

    @Override
    public Offered of(CaseFiles.Row file, Visitor visitor) {
        boolean may = access.may(visitor.groups(), file.processKey(), Right.CORRECT);
        ActRequest waiting = acts.waiting(file.caseNumber()).orElse(null);
        return new Offered(may && waiting == null ? List.of(CaseAct.values()) : List.of(), waiting, may);
    }
}
