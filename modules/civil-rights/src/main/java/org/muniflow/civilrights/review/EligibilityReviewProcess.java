package org.muniflow.civilrights.review;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** The eligibility review: its checks and what people must record. */
public final class EligibilityReviewProcess implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                Keeper.class,
                Recorded.class,
                StatusCheck.class,
                NetWorthCheck.class,
                PresenceCheck.class,
                SizeCheck.class,
                CountedInterests.class,
                OwnershipCheck.class,
                MachineFindings.class,
                WholeRecord.class,
                CheckStatus.class,
                CheckNetWorth.class,
                CheckPresence.class,
                CheckSize.class,
                CheckOwnership.class,
                StatusDetermined.class,
                OwnershipReviewed.class,
                ControlReviewed.class,
                SkillReviewed.class,
                UsefulFunctionReviewed.class,
                RecordAuditRefusal.class);
    }
}
