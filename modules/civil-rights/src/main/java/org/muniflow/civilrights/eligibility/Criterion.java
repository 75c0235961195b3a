package org.muniflow.civilrights.eligibility;

import org.muniflow.civilrights.law.ReasonCode;

/** What a firm must show; each is determined by itself (KCMO Code § 3-461(i)-(m)). */
public enum Criterion {
    /** Minority or woman status of the qualifying owners. */
    STATUS(true, ReasonCode.STATUS_NOT_SHOWN),
    /** Real and substantial presence. */
    PRESENCE(true, ReasonCode.PRESENCE_NOT_SHOWN),
    /** Business size. */
    SIZE(true, ReasonCode.SIZE_EXCEEDED),
    /** Personal net worth of each owner. */
    PNW(true, ReasonCode.PNW_EXCEEDED),
    /** Ownership of 51 percent, real, substantial and continuing. */
    OWNERSHIP(true, ReasonCode.OWNERSHIP_NOT_REAL),
    /** Control by the qualifying owners. */
    CONTROL(true, ReasonCode.CONTROL_NOT_SHOWN),
    /** Independence of other firms. */
    INDEPENDENCE(true, ReasonCode.NOT_INDEPENDENT),
    /** Management by the qualifying owners. */
    MANAGEMENT(true, ReasonCode.CONTROL_NOT_SHOWN),
    /** Skill and expertise in each area of work. */
    EXPERTISE(true, ReasonCode.EXPERTISE_NOT_SHOWN),
    /** Commercially useful function. */
    CUF(true, ReasonCode.NO_CUF),
    /** Evidence of past discrimination. */
    DISCRIMINATION_EVIDENCE(true, ReasonCode.DISCRIMINATION_EVIDENCE_MISSING),
    /** Required documents. */
    DOCUMENTS(true, ReasonCode.DOCUMENTS_MISSING),
    /** Cooperation; asked only where it was found wanting. */
    COOPERATION(false, ReasonCode.NON_COOPERATION);

    private final boolean needed;
    private final ReasonCode code;

    Criterion(boolean needed, ReasonCode code) {
        this.needed = needed;
        this.code = code;
    }

    /**
     * Tells whether certification needs a determination of it.
     *
     * @return false for cooperation
     */
    public boolean needed() {
        return needed;
    }

    /**
     * Returns the ground of denial when it is not met and the determination names none.
     *
     * @return the code
     */
    public ReasonCode code() {
        return code;
    }
}
