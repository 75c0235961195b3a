package org.muniflow.civilrights;

import static org.muniflow.api.module.Declaration.Right.CORRECT;
import static org.muniflow.api.module.Declaration.Right.READ;
import static org.muniflow.api.module.Declaration.Right.START;
import static org.muniflow.api.module.Declaration.Right.WORK;

import java.util.List;
import org.muniflow.api.module.Declaration;
import org.muniflow.api.module.DepartmentModule;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.civilrights.audit.OnSiteAuditProcess;
import org.muniflow.civilrights.certification.CertificationProcess;
import org.muniflow.civilrights.certification.CertificationRules;
import org.muniflow.civilrights.directory.PublicDirectory;
import org.muniflow.civilrights.intake.PublicDoors;
import org.muniflow.civilrights.page.RecordPages;
import org.muniflow.civilrights.reliance.DbeRelianceProcess;
import org.muniflow.civilrights.review.EligibilityReviewProcess;

/** Declares what the civil rights and equal opportunity department supplies. */
public final class CivilRightsModule implements DepartmentModule {

    private static final List<String> PROCESSES =
            List.of("certification", "eligibility-review", "dbe-reliance", "on-site-audit");

    @Override
    public void declare(Declaration module) {
        module.title("Civil rights and equal opportunity")
                .team("creo-analyst", "Certification analysts")
                .team("creo-director", "Director of civil rights and equal opportunity")
                .team("creo-compliance", "Contract compliance officers")
                .process(process("certification", "CERT", "MBE/WBE certification"))
                .process(process("eligibility-review", "ELIG", "Eligibility review"))
                .process(process("dbe-reliance", "DBER", "DBE recognition by reliance"))
                .process(process("on-site-audit", "AUDT", "On-site audit"))
                .include(new Records())
                .include(new CertificationRules())
                .include(new CertificationProcess())
                .include(new EligibilityReviewProcess())
                .include(new DbeRelianceProcess())
                .include(new OnSiteAuditProcess())
                .include(new RecordPages())
                .include(new PublicDoors())
                .include(new PublicDirectory());
        for (String key : PROCESSES) {
            module.grant("creo-analyst", key, READ, WORK, START, CORRECT)
                    .grant("creo-director", key, READ, WORK, START, CORRECT)
                    .grant("creo-compliance", key, READ);
        }
    }

    private static ProcessDeclaration process(String key, String prefix, String title) {
        return new ProcessDeclaration(key, prefix, title, "applicationId", "application");
    }
}
