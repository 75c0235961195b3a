package org.muniflow.samplepermits;

import static org.muniflow.api.module.Declaration.Right.CORRECT;
import static org.muniflow.api.module.Declaration.Right.READ;
import static org.muniflow.api.module.Declaration.Right.START;
import static org.muniflow.api.module.Declaration.Right.WORK;

import java.util.Set;
import org.muniflow.api.module.CompartmentDeclaration;
import org.muniflow.api.module.Declaration;
import org.muniflow.api.module.DepartmentModule;
import org.muniflow.api.module.ProcessDeclaration;

/** Declares what the department supplies. */
public final class SamplePermitsModule implements DepartmentModule {

    /** The process of a request. */
    static final String REQUEST = "sample-permits-request";

    /** The group of those who decide requests. */
    static final String CLERKS = "sample-permits-clerk";

    @Override
    public void declare(Declaration module) {
        module.title("Sample permits")
                .team(CLERKS, "Sample permits clerks")
                .process(new ProcessDeclaration(REQUEST, "SAMP", "Permit request", "requestId", "request"))
                .grant(CLERKS, REQUEST, READ, WORK, START, CORRECT)
                .compartment(new CompartmentDeclaration(
                        "health",
                        "What the health department says",
                        Set.of("health-director"),
                        Set.of("health-director")))
                .components(
                        Requests.class,
                        PermitFee.class,
                        AssessFee.class,
                        Inspections.class,
                        RecordInspection.class,
                        RefusalReasoned.class,
                        RecordDecision.class,
                        IssuePermit.class,
                        RequestCorrected.class,
                        RequestIntake.class,
                        RequestPage.class,
                        IssuedPermits.class);
    }
}
