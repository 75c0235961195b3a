package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.lifecycle.MissingDocuments;
import org.muniflow.civilrights.review.Found;
import org.muniflow.civilrights.review.Keeper;

/**
 * Records that required documents were not submitted by the director's deadline, for which denial shall result.
 * It runs when the deadline's day has ended.
 */
@Offered(title = "Record missing documents", cites = "KCMO Code § 3-461(g); KCMO Code § 3-461(r)(4)")
final class RecordMissingDocuments implements Delegate<RecordMissingDocuments.Input, Nothing> {

    private final ApplicationFiles files;
    private final MissingDocuments rule;
    private final Keeper keeper;
    private final Rules rules;

    RecordMissingDocuments(ApplicationFiles files, MissingDocuments rule, Keeper keeper, Rules rules) {
        this.files = files;
        this.rule = rule;
        this.keeper = keeper;
        this.rules = rules;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param documentsDueOn the director's deadline
     */
    record Input(String applicationId, LocalDate documentsDueOn) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        var answer = rules.ask(
                rule,
                new MissingDocuments.Facts(
                        file.requests().stream()
                                .map(request -> new MissingDocuments.Required(
                                        request.documentType().title(), request.receivedOn()))
                                .toList(),
                        input.documentsDueOn(),
                        input.documentsDueOn().plusDays(1)));
        Found found = new Found(
                Criterion.DOCUMENTS,
                null,
                null,
                null,
                answer.is("COMPLETE"),
                answer.outcome(),
                answer.reasons(),
                List.of(rule.id()));
        keeper.record(input.applicationId(), List.of(found), context);
        return Nothing.NOTHING;
    }
}
