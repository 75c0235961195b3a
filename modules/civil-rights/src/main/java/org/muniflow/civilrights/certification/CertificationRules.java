package org.muniflow.civilrights.certification;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;
import org.muniflow.civilrights.control.FormerOwnerInvolved;
import org.muniflow.civilrights.control.OutsideEmployment;
import org.muniflow.civilrights.control.PowerToBind;
import org.muniflow.civilrights.control.PowerToDirect;
import org.muniflow.civilrights.control.RequiredCredential;
import org.muniflow.civilrights.control.TypeOfWork;
import org.muniflow.civilrights.delegation.CurrentDelegate;
import org.muniflow.civilrights.denial.DenialAppealRoute;
import org.muniflow.civilrights.denial.DenialBar;
import org.muniflow.civilrights.denial.NoticeStatesReasons;
import org.muniflow.civilrights.denial.Reconsideration;
import org.muniflow.civilrights.denial.RevocationAppealRoute;
import org.muniflow.civilrights.denial.RevocationBar;
import org.muniflow.civilrights.eligibility.DiscriminationEvidence;
import org.muniflow.civilrights.eligibility.DualStatus;
import org.muniflow.civilrights.eligibility.GoalCredit;
import org.muniflow.civilrights.eligibility.MinorityBusiness;
import org.muniflow.civilrights.eligibility.WomensBusiness;
import org.muniflow.civilrights.graduation.CodesAfterGraduation;
import org.muniflow.civilrights.graduation.CreditAfterGraduation;
import org.muniflow.civilrights.graduation.ExceededCodes;
import org.muniflow.civilrights.graduation.GraduatedForAllPurposes;
import org.muniflow.civilrights.graduation.GraduationBar;
import org.muniflow.civilrights.graduation.TerminationPeriod;
import org.muniflow.civilrights.lifecycle.AuditRefusal;
import org.muniflow.civilrights.lifecycle.CertificationTerm;
import org.muniflow.civilrights.lifecycle.ChangeNoticeTimely;
import org.muniflow.civilrights.lifecycle.EarliestApplication;
import org.muniflow.civilrights.lifecycle.MissingDocuments;
import org.muniflow.civilrights.lifecycle.OnlyCertifiedCount;
import org.muniflow.civilrights.lifecycle.Withdrawal;
import org.muniflow.civilrights.lookback.RevokedForCause;
import org.muniflow.civilrights.lookback.SuspendedForCause;
import org.muniflow.civilrights.networth.NetWorthLimit;
import org.muniflow.civilrights.networth.PersonalNetWorth;
import org.muniflow.civilrights.ownership.AlwaysCounted;
import org.muniflow.civilrights.ownership.ContributionFlags;
import org.muniflow.civilrights.ownership.DirectHolding;
import org.muniflow.civilrights.ownership.ExpertiseContribution;
import org.muniflow.civilrights.ownership.FiftyOnePercent;
import org.muniflow.civilrights.ownership.FirmOwnedFirm;
import org.muniflow.civilrights.ownership.GiftPresumption;
import org.muniflow.civilrights.ownership.HoldingCompany;
import org.muniflow.civilrights.ownership.MaritalAssets;
import org.muniflow.civilrights.ownership.NotSolelyGrounds;
import org.muniflow.civilrights.presence.GrandfatheredPresence;
import org.muniflow.civilrights.presence.RealAndSubstantialPresence;
import org.muniflow.civilrights.reliance.DbeReliance;
import org.muniflow.civilrights.size.BusinessSize;
import org.muniflow.civilrights.status.MinorityStatus;
import org.muniflow.civilrights.status.WomanStatus;
import org.muniflow.civilrights.usefulfunction.SubcontractingPresumption;

/** The rules of chapter 3 on certification and on who may decide it, by their ids. */
public final class CertificationRules implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                CurrentDelegate.class,
                MinorityBusiness.class,
                WomensBusiness.class,
                DualStatus.class,
                MinorityStatus.class,
                WomanStatus.class,
                DiscriminationEvidence.class,
                PersonalNetWorth.class,
                NetWorthLimit.class,
                RealAndSubstantialPresence.class,
                GrandfatheredPresence.class,
                BusinessSize.class,
                SubcontractingPresumption.class,
                DbeReliance.class,
                FiftyOnePercent.class,
                DirectHolding.class,
                ContributionFlags.class,
                ExpertiseContribution.class,
                AlwaysCounted.class,
                GiftPresumption.class,
                MaritalAssets.class,
                NotSolelyGrounds.class,
                HoldingCompany.class,
                FirmOwnedFirm.class,
                PowerToDirect.class,
                RequiredCredential.class,
                OutsideEmployment.class,
                FormerOwnerInvolved.class,
                TypeOfWork.class,
                PowerToBind.class,
                AuditRefusal.class,
                MissingDocuments.class,
                Withdrawal.class,
                CertificationTerm.class,
                ChangeNoticeTimely.class,
                OnlyCertifiedCount.class,
                EarliestApplication.class,
                DenialBar.class,
                DenialAppealRoute.class,
                Reconsideration.class,
                RevocationAppealRoute.class,
                NoticeStatesReasons.class,
                RevocationBar.class,
                RevokedForCause.class,
                SuspendedForCause.class,
                ExceededCodes.class,
                CodesAfterGraduation.class,
                GraduatedForAllPurposes.class,
                TerminationPeriod.class,
                GraduationBar.class,
                CreditAfterGraduation.class,
                GoalCredit.class);
    }
}
