package org.muniflow.civilrights.certification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.api.law.Reason;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.review.WholeRecord;

/**
 * The director's decision rests on the record: a firm is certified only in programs it asked for and is eligible for by
 * every finding; a mentor/protégé by recorded criteria (reading A-74). A denial states its reasons.
 */
@Offered(title = "Decision is supported", cites = "KCMO Code § 3-461(i); KCMO Code § 3-461(j); KCMO Code § 3-461(a)")
final class DecisionSupported implements TaskGuard<DecisionSupported.Input> {

    private final ApplicationFiles files;
    private final WholeRecord record;
    private final Determinations determinations;

    DecisionSupported(ApplicationFiles files, WholeRecord record, Determinations determinations) {
        this.files = files;
        this.record = record;
        this.determinations = determinations;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param decision CERTIFY or DENY
     * @param certifyMbe whether as an MBE; null for no
     * @param certifyWbe whether as a WBE; null for no
     * @param certifyMentorProtege whether as mentor/protégé; null for no
     * @param decisionReasons why
     */
    record Input(
            String applicationId,
            Decision decision,
            @Nullable Boolean certifyMbe,
            @Nullable Boolean certifyWbe,
            @Nullable Boolean certifyMentorProtege,
            @Nullable String decisionReasons) {}

    @Override
    public List<String> problems(Input input, CaseContext context) {
        List<String> problems = new ArrayList<>();
        if (input.decisionReasons() == null || input.decisionReasons().isBlank()) {
            problems.add("The decision states no reasons (KCMO Code § 3-461(i)); enter them.");
        }
        if (input.decision() == Decision.DENY) {
            return problems;
        }
        List<Program> programs =
                Decision.programs(input.certifyMbe(), input.certifyWbe(), input.certifyMentorProtege());
        if (programs.isEmpty()) {
            problems.add("No program is chosen in which to certify the firm (KCMO Code § 3-461(a)); choose at least"
                    + " one, or deny.");
        }
        ApplicationFile file = files.load(input.applicationId());
        programs.forEach(program -> check(file, program, problems));
        if (!programs.isEmpty() && record.work(file).is("NONE")) {
            record.work(file).reasons().forEach(reason -> problems.add(text(reason)));
        }
        return problems.stream().distinct().toList();
    }

    private void check(ApplicationFile file, Program program, List<String> problems) {
        if (!file.application().asksFor(program)) {
            problems.add("The firm did not apply as " + program.title()
                    + " (KCMO Code § 3-461(a)); certify it only in programs it asked for.");
        } else if (program == Program.MENTOR_PROTEGE) {
            if (determinations.on(file.application().id(), Criterion.MENTOR_PROTEGE, Kind.HUMAN).stream()
                    .noneMatch(one -> one.met() && !one.reasons().isBlank())) {
                problems.add("No finding records the criteria for mentor/protégé (KCMO Code § 3-421(a)(32), reading"
                        + " A-74); record it on the page Determinations.");
            }
        } else {
            var answer = record.eligibility(file, program);
            if (!answer.is("ELIGIBLE")) {
                answer.reasons().forEach(reason -> problems.add(program + ": " + text(reason)));
            }
        }
    }

    private static String text(Reason reason) {
        return reason.text() + " (" + reason.cites() + ")";
    }
}
