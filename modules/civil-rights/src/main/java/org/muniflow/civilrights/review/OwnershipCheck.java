package org.muniflow.civilrights.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.HoldingCompany;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.ownership.FiftyOnePercent;
import org.muniflow.civilrights.ownership.FirmOwnedFirm;

/**
 * Finds for each program whether its people own 51 percent, directly or through a holding company, and
 * refuses firms that another firm owns.
 *
 * <p>Assumed: direct shares and shares through a holding company are not added to one another, since the text describes
 * only the one or the other.
 */
final class OwnershipCheck {

    private final FiftyOnePercent direct;
    private final org.muniflow.civilrights.ownership.HoldingCompany through;
    private final FirmOwnedFirm firmOwned;
    private final CountedInterests counted;
    private final Rules rules;

    OwnershipCheck(
            FiftyOnePercent direct,
            org.muniflow.civilrights.ownership.HoldingCompany through,
            FirmOwnedFirm firmOwned,
            CountedInterests counted,
            Rules rules) {
        this.direct = direct;
        this.through = through;
        this.firmOwned = firmOwned;
        this.counted = counted;
        this.rules = rules;
    }

    List<Found> of(ApplicationFile file) {
        return StatusCheck.programs(file.application()).stream()
                .map(program -> of(file, program))
                .toList();
    }

    private Found of(ApplicationFile file, Program program) {
        List<Reason> reasons = new ArrayList<>();
        var own = rules.ask(direct, facts(file, program, reasons));
        List<HoldingCompany> parents = file.interestsIn(null).stream()
                .flatMap(interest -> file.holding(interest.holdingCompanyId()).stream())
                .distinct()
                .toList();
        boolean met = own.is("MET");
        if (!met && parents.isEmpty()) {
            reasons.addAll(own.reasons());
        }
        if (!met && !parents.isEmpty()) {
            boolean held = false;
            for (HoldingCompany parent : parents) {
                var answer = rules.ask(through, holding(file, program, parent));
                reasons.addAll(answer.reasons());
                held |= answer.is("MET");
            }
            var admitted = rules.ask(firmOwned, new FirmOwnedFirm.Facts(true, held));
            reasons.addAll(admitted.reasons());
            met = held && admitted.is("ADMITTED");
        }
        return new Found(
                Criterion.OWNERSHIP,
                program.name(),
                null,
                null,
                met,
                met ? "MET" : "NOT_MET",
                reasons,
                List.of(direct.id(), through.id(), firmOwned.id()));
    }

    private FiftyOnePercent.Facts facts(ApplicationFile file, Program program, List<Reason> reasons) {
        List<Interest> interests = file.interestsIn(null);
        Set<String> voting = new TreeSet<>();
        Set<String> classes = new TreeSet<>();
        for (Interest interest : interests) {
            classes.add(interest.interestClass());
            if (interest.voting()) {
                voting.add(interest.interestClass());
            }
        }
        List<FiftyOnePercent.Holding> holdings = interests.stream()
                .map(interest -> {
                    boolean counts = counted.counts(file, interest, program, reasons);
                    return new FiftyOnePercent.Holding(
                            interest.interestClass(),
                            interest.percentOfClass(),
                            interest.percentOfAll(),
                            counts && program == Program.MBE,
                            counts && program == Program.WBE,
                            counts);
                })
                .toList();
        return new FiftyOnePercent.Facts(
                file.application().receivedOn(),
                file.firm().entityType(),
                program == Program.MBE ? FiftyOnePercent.CountedFor.MBE : FiftyOnePercent.CountedFor.WBE,
                classes.stream()
                        .map(name -> new FiftyOnePercent.InterestClass(name, voting.contains(name)))
                        .toList(),
                holdings,
                !interests.isEmpty() && interests.stream().allMatch(Interest::inPartnershipAgreement));
    }

    private org.muniflow.civilrights.ownership.HoldingCompany.Facts holding(
            ApplicationFile file, Program program, HoldingCompany parent) {
        return new org.muniflow.civilrights.ownership.HoldingCompany.Facts(
                file.application().receivedOn(),
                qualifying(file, program, parent.id(), file.holdings().size()).value(),
                held(file.interestsIn(null).stream()
                        .filter(interest -> parent.id().equals(interest.holdingCompanyId()))
                        .toList()),
                parent.customaryPurpose(),
                parent.ownsAndControlsFirm());
    }

    /** The part of a company that qualifying people own, through its own parents too. */
    private Percent qualifying(ApplicationFile file, Program program, String companyId, int levelsLeft) {
        Percent sum = Percent.NONE;
        for (Interest interest : file.interestsIn(companyId)) {
            Percent part = Percent.of(part(interest));
            String company = interest.holdingCompanyId();
            if (company != null && levelsLeft > 0) {
                sum = sum.plus(part.of(qualifying(file, program, company, levelsLeft - 1)));
            } else if (counted.counts(file, interest, program, new ArrayList<>())) {
                sum = sum.plus(part);
            }
        }
        return sum;
    }

    private static BigDecimal held(List<Interest> interests) {
        return interests.stream().map(OwnershipCheck::part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal part(Interest interest) {
        BigDecimal all = interest.percentOfAll();
        return all == null ? interest.percentOfClass() : all;
    }
}
