package org.muniflow.samplepermits;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;

/** The request is decided, and a refusal says why. */
@Offered(title = "Refusal is reasoned", cites = "Sample Code § 2")
final class RefusalReasoned implements TaskGuard<Decision> {

    @Override
    public List<String> problems(Decision input, CaseContext context) {
        if (input.decision() == null) {
            return List.of("The request is not decided; choose to grant or to refuse the permit.");
        }
        String reason = input.decisionReason();
        return input.decision() == Decision.Choice.REFUSE && (reason == null || reason.isBlank())
                ? List.of("The refusal has no reason (Sample Code § 2); say why the permit is refused.")
                : List.of();
    }
}
