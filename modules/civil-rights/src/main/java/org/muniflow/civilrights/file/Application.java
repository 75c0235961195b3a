package org.muniflow.civilrights.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm's application to be certified (KCMO Code § 3-461).
 *
 * @param id the id; the record id of its pages, documents and case
 * @param firmId the firm
 * @param kind new, renewal, or an added type of work
 * @param programs the programs applied for, names of {@link Program}
 * @param status where it stands
 * @param receivedOn the day on which the city received it; what the law counts from
 * @param submittedOn the day on which its case was started; null while a draft
 * @param caseNumber its case; null while a draft
 * @param dbeRequested whether it asks for DBE recognition too (§ 3-461(b))
 * @param dbeCertificateAuthority who issued the DBE certificate: UCP, MODOT, KDOT or NONE; null if not stated
 * @param dbeDefinitionMet whether staff found the federal definition met; null before
 * @param discriminationInCity evidence of earlier discrimination in the city (§ 3-461(b)); null if none given
 * @param discriminationInTrade evidence of earlier discrimination in the trade; null if none given
 * @param documentsDueOn the director's deadline for missing documents (§ 3-461(g)); null if none set
 * @param documentsReceivedOn when the missing documents came; null before
 * @param withdrawnOn when the firm withdrew it; null if it did not
 * @param decidedOn when it was approved or denied; null before
 */
public record Application(
        String id,
        String firmId,
        Kind kind,
        List<String> programs,
        Status status,
        LocalDate receivedOn,
        @Nullable LocalDate submittedOn,
        @Nullable String caseNumber,
        boolean dbeRequested,
        @Nullable String dbeCertificateAuthority,
        @Nullable Boolean dbeDefinitionMet,
        @Nullable String discriminationInCity,
        @Nullable String discriminationInTrade,
        @Nullable LocalDate documentsDueOn,
        @Nullable LocalDate documentsReceivedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable LocalDate decidedOn) {

    /** What kind of application it is. */
    public enum Kind {
        /** A first certification, or one after a certification ended. */
        NEW,
        /** A renewal (§ 3-461(n)). */
        RENEWAL,
        /** An added type of work (§ 3-461(m)(13)). */
        ADDITIONAL_WORK_TYPE
    }

    /** Where an application stands. */
    public enum Status {
        /** Being entered; no case yet. */
        DRAFT,
        /** Its case has started. */
        SUBMITTED,
        /** Refused at the door since the firm may not yet re-apply. */
        NOT_ACCEPTED,
        /** Waiting for documents that the director asked for. */
        DOCS_REQUESTED,
        /** Being reviewed. */
        UNDER_REVIEW,
        /** An on-site audit is under way. */
        ON_SITE_AUDIT,
        /** Before the director. */
        DECISION,
        /** Withdrawn by the firm. */
        WITHDRAWN,
        /** Its case was voided: it should never have been opened. */
        VOID,
        /** Denied. */
        DENIED,
        /** Approved. */
        APPROVED
    }

    /**
     * Tells whether the application asks for a program.
     *
     * @param program the program
     * @return true if it does
     */
    public boolean asksFor(Program program) {
        return programs.contains(program.name());
    }
}
