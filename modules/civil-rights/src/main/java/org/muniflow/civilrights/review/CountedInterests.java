package org.muniflow.civilrights.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.law.Standard;
import org.muniflow.civilrights.ownership.AlwaysCounted;
import org.muniflow.civilrights.ownership.DirectHolding;
import org.muniflow.civilrights.ownership.GiftPresumption;
import org.muniflow.civilrights.ownership.MaritalAssets;

/** Tells which interests count for a program: R-223, then R-226 or else, then what staff found. */
final class CountedInterests {

    private final StatusCheck status;
    private final DirectHolding direct;
    private final AlwaysCounted always;
    private final GiftPresumption gift;
    private final MaritalAssets marital;
    private final Rules rules;

    CountedInterests(
            StatusCheck status,
            DirectHolding direct,
            AlwaysCounted always,
            GiftPresumption gift,
            MaritalAssets marital,
            Rules rules) {
        this.status = status;
        this.direct = direct;
        this.always = always;
        this.gift = gift;
        this.marital = marital;
        this.rules = rules;
    }

    /** Tells whether an interest counts, and adds the reasons why it does not although its owner qualifies. */
    boolean counts(ApplicationFile file, Interest interest, Program program, List<Reason> reasons) {
        Optional<Owner> owner = file.owner(interest.ownerId());
        if (owner.isEmpty() || !status.qualifies(file, owner.get(), program)) {
            return false;
        }
        if (Boolean.FALSE.equals(interest.counted())) {
            return false;
        }
        if (!agreed(rules.ask(direct, holder(file, interest, program)), reasons)) {
            return false;
        }
        if (rules.ask(always, new AlwaysCounted.Facts(interest.acquisitionMode(), false))
                .is("COUNTED")) {
            return true;
        }
        Standard shown = interest.presumptionRebutted() ? Standard.CLEAR_AND_CONVINCING : Standard.NOT_SHOWN;
        RuleOutcome<Boolean> presumed = rules.ask(
                gift,
                new GiftPresumption.Facts(
                        interest.acquisitionMode(),
                        interest.transferorQualifies(),
                        interest.transferorInFirmOrAffiliate(),
                        interest.transferorInSimilarLine(),
                        interest.transferorInOngoingBusiness(),
                        shown,
                        shown));
        boolean renounced = interest.renunciationDocumentId() != null;
        RuleOutcome<Boolean> spouses = rules.ask(
                marital, new MaritalAssets.Facts(interest.acquisitionMode(), renounced, renounced, renounced));
        return agreed(presumed, reasons) && agreed(spouses, reasons);
    }

    private DirectHolding.Facts holder(ApplicationFile file, Interest interest, Program program) {
        String trustee = interest.trustTrusteeId();
        boolean sole = trustee != null
                && trustee.equals(interest.trustGrantorId())
                && trustee.equals(interest.trustBeneficiaryId());
        return new DirectHolding.Facts(
                way(interest),
                qualifies(file, interest.trustBeneficiaryId(), program),
                qualifies(file, trustee, program),
                interest.beneficiaryControls(),
                sole);
    }

    private static DirectHolding.Holder way(Interest interest) {
        if (interest.heldInTrust()) {
            return interest.trustRevocable()
                    ? DirectHolding.Holder.REVOCABLE_LIVING_TRUST
                    : DirectHolding.Holder.TRUST_OR_GUARDIAN;
        }
        return interest.heldDirectly() ? DirectHolding.Holder.DIRECT : DirectHolding.Holder.TRUST_OR_GUARDIAN;
    }

    private boolean qualifies(ApplicationFile file, @Nullable String ownerId, Program program) {
        return file.owner(ownerId)
                .map(owner -> status.qualifies(file, owner, program))
                .orElse(false);
    }

    private static boolean agreed(RuleOutcome<Boolean> answer, List<Reason> reasons) {
        boolean counts = Boolean.TRUE.equals(answer.value());
        if (!counts) {
            reasons.addAll(answer.reasons());
        }
        return counts;
    }
}
