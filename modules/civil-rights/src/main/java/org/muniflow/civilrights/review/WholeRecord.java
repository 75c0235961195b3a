package org.muniflow.civilrights.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.control.TypeOfWork;
import org.muniflow.civilrights.eligibility.DiscriminationEvidence;
import org.muniflow.civilrights.eligibility.Eligibility;
import org.muniflow.civilrights.eligibility.MinorityBusiness;
import org.muniflow.civilrights.eligibility.WomensBusiness;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.file.RequestedNaics;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * The whole record of an application, which the director must consider (KCMO Code § 3-461(i)): what the rules find in
 * the file as it stands now, and what people determined. A criterion is met when every finding on it is; a person's
 * finding on status prevails over the rule's.
 */
public final class WholeRecord {

    private final MachineFindings machine;
    private final Determinations determinations;
    private final DiscriminationEvidence evidence;
    private final TypeOfWork work;
    private final MinorityBusiness mbe;
    private final WomensBusiness wbe;

    /**
     * Reads records.
     *
     * @param machine what rules find
     * @param determinations what was determined
     * @param evidence R-208
     * @param work R-253
     * @param mbe R-201
     * @param wbe R-202
     */
    public WholeRecord(
            MachineFindings machine,
            Determinations determinations,
            DiscriminationEvidence evidence,
            TypeOfWork work,
            MinorityBusiness mbe,
            WomensBusiness wbe) {
        this.machine = machine;
        this.determinations = determinations;
        this.evidence = evidence;
        this.work = work;
        this.mbe = mbe;
        this.wbe = wbe;
    }

    /**
     * Tells whether the firm is eligible for a program on the record.
     *
     * @param file the application file
     * @param program MBE or WBE
     * @return ELIGIBLE, NOT_ELIGIBLE or UNDECIDED with reasons; the value lists what is not yet determined
     * @throws IllegalArgumentException for another program, whose criteria are not in the text
     */
    public RuleOutcome<List<Criterion>> eligibility(ApplicationFile file, Program program) {
        Eligibility rule =
                switch (program) {
                    case MBE -> mbe;
                    case WBE -> wbe;
                    case DBE, MENTOR_PROTEGE ->
                        throw new IllegalArgumentException(program + " has no computable criteria");
                };
        List<Eligibility.Finding> findings = new ArrayList<>();
        for (Found found : machine.of(file)) {
            if (concerns(found.program(), program) && found.criterion() != Criterion.SIZE && asked(found)) {
                findings.add(new Eligibility.Finding(found.criterion(), found.met(), found.codes()));
            }
        }
        for (Determination one : determinations.standing(file.application().id())) {
            boolean human = one.kind() == Kind.HUMAN && one.criterion() != Criterion.STATUS;
            boolean step = one.kind() == Kind.MACHINE && ofAStep(one.criterion());
            if (concerns(one.program(), program) && one.naics() == null && (human || step)) {
                findings.add(new Eligibility.Finding(one.criterion(), one.met(), codes(one)));
            }
        }
        findings.add(discrimination(file));
        if (findings.stream().noneMatch(finding -> finding.criterion() == Criterion.DOCUMENTS)) {
            findings.add(new Eligibility.Finding(Criterion.DOCUMENTS, true, List.of()));
        }
        addWork(file, findings);
        return rule.decide(
                new Eligibility.Facts(file.firm().forProfit(), file.firm().functioning(), findings));
    }

    /**
     * Finds the types of work for which the firm may be certified; one barred by graduation is left out.
     *
     * @param file the application file
     * @return the outcome; its value lists the NAICS codes
     */
    public RuleOutcome<List<String>> work(ApplicationFile file) {
        List<Found> sizes = machine.sizes(file);
        String id = file.application().id();
        List<String> graduated = determinations.on(id, Criterion.HISTORY, Kind.MACHINE).stream()
                .filter(one -> !one.met())
                .flatMap(one -> Stream.ofNullable(one.naics()))
                .toList();
        return work.decide(new TypeOfWork.Facts(file.naics().stream()
                .filter(asked -> !graduated.contains(asked.code()))
                .map(asked -> new TypeOfWork.Type(
                        asked.code(),
                        asked.performedAndControlled(),
                        met(id, Criterion.CONTROL, asked.code()),
                        met(id, Criterion.EXPERTISE, asked.code()),
                        sizes.stream().anyMatch(size -> asked.code().equals(size.naics()) && size.met())))
                .toList()));
    }

    private void addWork(ApplicationFile file, List<Eligibility.Finding> findings) {
        List<Found> sizes = machine.sizes(file);
        if (!sizes.isEmpty()) {
            boolean any = sizes.stream().anyMatch(Found::met);
            findings.add(new Eligibility.Finding(
                    Criterion.SIZE,
                    any,
                    sizes.stream()
                            .flatMap(size -> size.codes().stream())
                            .distinct()
                            .toList()));
        }
        String id = file.application().id();
        boolean determined = file.naics().stream()
                .map(RequestedNaics::code)
                .allMatch(code -> isDetermined(id, Criterion.EXPERTISE, code));
        if (determined && !file.naics().isEmpty()) {
            boolean any = file.naics().stream().anyMatch(asked -> met(id, Criterion.EXPERTISE, asked.code()));
            findings.add(new Eligibility.Finding(Criterion.EXPERTISE, any, List.of()));
        }
    }

    private Eligibility.Finding discrimination(ApplicationFile file) {
        var answer = evidence.decide(DiscriminationEvidence.Facts.of(
                file.application().discriminationInCity(), file.application().discriminationInTrade()));
        return new Eligibility.Finding(Criterion.DISCRIMINATION_EVIDENCE, answer.is("MET"), List.of());
    }

    private boolean isDetermined(String applicationId, Criterion criterion, String naics) {
        return humans(applicationId, criterion, naics).findAny().isPresent();
    }

    private boolean met(String applicationId, Criterion criterion, String naics) {
        List<Determination> found = humans(applicationId, criterion, naics).toList();
        return !found.isEmpty() && found.stream().allMatch(Determination::met);
    }

    private Stream<Determination> humans(String applicationId, Criterion criterion, String naics) {
        return determinations.on(applicationId, criterion, Kind.HUMAN).stream()
                .filter(one -> one.naics() == null || one.naics().equals(naics));
    }

    /** The status of single owners is summed up by program; it is asked by program only. */
    private static boolean asked(Found found) {
        return found.criterion() != Criterion.STATUS || found.ownerId() == null;
    }

    private static boolean ofAStep(Criterion criterion) {
        return criterion == Criterion.DOCUMENTS || criterion == Criterion.COOPERATION || criterion == Criterion.HISTORY;
    }

    private static boolean concerns(@Nullable String of, Program program) {
        return of == null || Objects.equals(of, program.name());
    }

    private static List<ReasonCode> codes(Determination one) {
        return one.reasonCodes().stream().map(ReasonCode::valueOf).toList();
    }
}
