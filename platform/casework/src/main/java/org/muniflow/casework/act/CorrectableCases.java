package org.muniflow.casework.act;

import java.util.Objects;
import java.util.Set;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The cases whose course the present visitor may correct, for pages and machines alike. */
final class CorrectableCases {

    private final CaseFiles cases;
    private final CaseAccess access;
    private final CaseActs acts;

    CorrectableCases(CaseFiles cases, CaseAccess access, CaseActs acts) {
        this.cases = cases;
        this.access = access;
        this.acts = acts;
    }

    CaseFiles.Row find(String caseNumber) {
        Set<String> groups = Visitor.present().groups();
        CaseFiles.Row file = cases.row(caseNumber)
                .filter(row -> access.may(groups, row.processKey(), Right.READ)
                        || access.may(groups, row.processKey(), Right.CORRECT))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no case " + caseNumber + " that you may read."));
        if (!access.may(groups, file.processKey(), Right.CORRECT)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "Your groups may not correct cases of this kind. The module that owns the process grants it.");
        }
        return file;
    }

    ActRequest waiting(String caseNumber, String id) {
        return acts.waiting(caseNumber)
                .filter(request -> request.id().equals(id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No such request waits in case " + caseNumber + " any more."));
    }

    static CaseAct act(String word) {
        return CaseAct.of(word)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "'" + word + "' is nothing to do with a case."));
    }

    static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }
}
