package org.muniflow.civilrights.law;

import java.util.Arrays;

/** The grounds of denials and revocations, as printed in notices and counted in reports. */
public enum ReasonCode {
    /** The business is not for profit (KCMO Code § 3-421(a)(34)). */
    NOT_FOR_PROFIT,
    /** The business does not exist or function at present (KCMO Code § 3-461(k)). */
    NOT_FUNCTIONING,
    /** Minority or woman status is not shown (KCMO Code § 3-461(j)). */
    STATUS_NOT_SHOWN,
    /** Qualifying people own less than 51 percent (KCMO Code § 3-461(l)(1)). */
    OWNERSHIP_BELOW_51,
    /** Ownership is not real, substantial and continuing (KCMO Code § 3-461(l)(2)). */
    OWNERSHIP_NOT_REAL,
    /** Control by the qualifying owners is not shown (KCMO Code § 3-461(m)). */
    CONTROL_NOT_SHOWN,
    /** The business is not independent (KCMO Code § 3-461(m)(1)). */
    NOT_INDEPENDENT,
    /** Real and substantial presence is not shown (KCMO Code § 3-461(d)). Excludes reconsideration. */
    PRESENCE_NOT_SHOWN,
    /** The firm with its affiliates exceeds the size standard (KCMO Code § 3-461(k)). Excludes reconsideration. */
    SIZE_EXCEEDED,
    /** An owner's personal net worth exceeds the limit (KCMO Code § 3-461(c)). */
    PNW_EXCEEDED,
    /** An owner's personal net worth is not documented (KCMO Code § 3-461(c)). */
    PNW_NOT_DOCUMENTED,
    /** Evidence of past discrimination is missing (KCMO Code § 3-461(b)). */
    DISCRIMINATION_EVIDENCE_MISSING,
    /** Skill and expertise in an area of work are not shown (KCMO Code § 3-461(f)). */
    EXPERTISE_NOT_SHOWN,
    /** The firm performs no commercially useful function (KCMO Code § 3-421(a)(11)). */
    NO_CUF,
    /** Required documents are missing (KCMO Code § 3-461(g)). Excludes reconsideration. */
    DOCUMENTS_MISSING,
    /** The firm refused to facilitate an audit (KCMO Code § 3-461(e)). */
    AUDIT_REFUSED,
    /** The firm failed to cooperate (KCMO Code § 3-461(m)(19)). */
    NON_COOPERATION,
    /** A change was not notified in time (KCMO Code § 3-461(o)). */
    CHANGE_NOT_NOTIFIED,
    /** A pattern of evading or subverting the program (KCMO Code § 3-461(m)(17)). */
    EVASION_PATTERN,
    /** A related firm was revoked for cause within five years (KCMO Code § 3-461(t)). */
    LOOKBACK_REVOKED_5Y,
    /** A related firm is suspended for cause (KCMO Code § 3-461(t)). */
    LOOKBACK_SUSPENDED,
    /** One year after a withdrawal has not passed (KCMO Code § 3-461(h)). */
    BAR_WITHDRAWAL_1Y,
    /** One year after a denial has not passed (KCMO Code § 3-461(r)(1)). */
    BAR_DENIAL_1Y,
    /** Two years after an upheld revocation have not passed (KCMO Code § 3-461(s)(3)(g)). */
    BAR_REVOCATION_2Y,
    /** The people or affiliates behind the firm graduated (KCMO Code § 3-461(u)(5)). */
    GRADUATED_OWNER_OR_AFFILIATE,
    /** The firm is debarred by the city (KCMO Code § 3-461(t)). */
    DEBARRED,
    /** Another government revoked certification after a hearing (KCMO Code § 3-461(t)). */
    OTHER_GOVERNMENT_REVOCATION,
    /** Revoked for cause (KCMO Code § 3-461(t)). */
    FOR_CAUSE;

    /**
     * Tells whether the ground excludes administrative reconsideration (KCMO Code § 3-461(r)(4), (s)(2)).
     *
     * @return true for missing documents, presence not shown and size exceeded
     */
    public boolean excludesReconsideration() {
        return this == DOCUMENTS_MISSING || this == PRESENCE_NOT_SHOWN || this == SIZE_EXCEEDED;
    }

    /**
     * Tells whether a word is one of these grounds.
     *
     * @param word the word
     * @return true if it is
     */
    public static boolean isCode(String word) {
        return Arrays.stream(values()).anyMatch(code -> code.name().equals(word));
    }
}
