package org.muniflow.civilrights.certification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.denial.DenialBar;
import org.muniflow.civilrights.denial.RevocationBar;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.graduation.GraduationBar;
import org.muniflow.civilrights.lifecycle.EarliestApplication;
import org.muniflow.civilrights.lookback.RelatedFirm;
import org.muniflow.civilrights.lookback.RevokedForCause;
import org.muniflow.civilrights.lookback.SuspendedForCause;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.size.CodeLimit;
import org.muniflow.civilrights.size.Measure;
import org.muniflow.civilrights.standing.PriorStanding;
import org.muniflow.civilrights.standing.PriorStandings;

/** Asks the rules about a firm's past and its owners' past. */
final class History {

    private final PriorStandings standings;
    private final ReferenceData reference;
    private final EarliestApplication earliest;
    private final RevokedForCause revoked;
    private final SuspendedForCause suspended;
    private final GraduationBar graduation;
    private final Rules rules;

    History(
            PriorStandings standings,
            ReferenceData reference,
            EarliestApplication earliest,
            RevokedForCause revoked,
            SuspendedForCause suspended,
            GraduationBar graduation,
            Rules rules) {
        this.standings = standings;
        this.reference = reference;
        this.earliest = earliest;
        this.revoked = revoked;
        this.suspended = suspended;
        this.graduation = graduation;
        this.rules = rules;
    }

    /** Finds the firm's own bars; what befell related firms is a ground of denial, not a bar at the door. */
    RuleOutcome<EarliestApplication.Bar> bar(ApplicationFile file) {
        PriorStanding past = standings.of(file.firm().id(), List.of());
        return rules.ask(
                earliest,
                new EarliestApplication.Facts(
                        file.application().receivedOn(),
                        past.withdrawals().stream()
                                .map(PriorStanding.Withdrawal::withdrawnOn)
                                .toList(),
                        past.denials().stream()
                                .map(one -> new DenialBar.Facts(
                                        one.deniedOn(), one.firmCurrentlyCertified(), one.appealDecidedOn()))
                                .toList(),
                        past.revocations().stream()
                                .map(one -> new RevocationBar.Facts(
                                        one.revokedOn(), one.upheldOn() != null, one.courtFinalOn()))
                                .toList(),
                        List.of(),
                        List.of(),
                        false));
    }

    RuleOutcome<LocalDate> revoked(ApplicationFile file) {
        return rules.ask(revoked, new RevokedForCause.Facts(file.application().receivedOn(), related(file)));
    }

    RuleOutcome<LocalDate> suspended(ApplicationFile file) {
        return rules.ask(
                suspended, new SuspendedForCause.Facts(file.application().receivedOn(), related(file)));
    }

    RuleOutcome<List<String>> graduation(ApplicationFile file) {
        PriorStanding past = past(file);
        List<GraduationBar.GraduatedFirm> graduated = new ArrayList<>();
        past.graduations().forEach(one -> graduated.add(graduated(file.firm().legalName(), one)));
        past.links().forEach(link -> link.graduations().forEach(one -> graduated.add(graduated(link.firmName(), one))));
        if (graduated.isEmpty()) {
            return RuleOutcome.of("CLEAR", List.of());
        }
        return rules.ask(
                graduation,
                new GraduationBar.Facts(
                        graduated,
                        file.naics().stream()
                                .map(work ->
                                        limit(work.code(), file.application().receivedOn(), null))
                                .toList()));
    }

    private List<RelatedFirm> related(ApplicationFile file) {
        List<RelatedFirm> related = new ArrayList<>();
        for (PriorStanding.Link link : past(file).links()) {
            PriorStanding.Controller place = link.controller();
            for (PriorStanding.Revocation one : link.revocations()) {
                related.add(related(link.firmName(), place, one.revokedOn(), one.forCause(), null, null));
            }
            for (PriorStanding.Suspension one : link.suspensions()) {
                if (one.forCause()) {
                    related.add(related(link.firmName(), place, null, false, one.suspendedFrom(), one.suspendedTo()));
                }
            }
        }
        return related;
    }

    private PriorStanding past(ApplicationFile file) {
        return standings.of(
                file.firm().id(), file.owners().stream().map(Owner::name).toList());
    }

    private GraduationBar.GraduatedFirm graduated(String firm, PriorStanding.Graduation one) {
        boolean all = one.naics().equals("ALL");
        return new GraduationBar.GraduatedFirm(
                firm, all, all ? null : limit(one.naics(), one.letterMailedOn(), one.exceededCeiling()));
    }

    private CodeLimit limit(String naics, LocalDate day, @Nullable BigDecimal known) {
        return reference
                .sizeStandard(naics, day)
                .map(standard -> new CodeLimit(
                        naics, Measure.valueOf(standard.measure()), known == null ? standard.ceiling() : known))
                .orElseThrow(() -> new IllegalStateException("No size standard is loaded for NAICS " + naics + " on "
                        + day + "; load it into the reference tables"));
    }

    private static RelatedFirm related(
            String firm,
            PriorStanding.Controller place,
            @Nullable LocalDate revokedOn,
            boolean forCause,
            @Nullable LocalDate suspendedFrom,
            @Nullable LocalDate suspendedThrough) {
        return new RelatedFirm(
                firm,
                place.personName(),
                place.percentOwned(),
                place.controlled(),
                revokedOn,
                forCause,
                suspendedFrom,
                suspendedThrough);
    }
}
