package org.muniflow.civilrights.standing;

/** The grounds of a denial or revocation, each with its section and the words that a notice uses. */
public enum ReasonCode {
    /** Not run for profit. */
    NOT_FOR_PROFIT("The firm is not a for-profit business.", "KCMO Code § 3-421(a)(34)"),
    /** Not an existing, functioning business. */
    NOT_FUNCTIONING("The firm is not an existing and currently functioning business.", "KCMO Code § 3-461(k)"),
    /** Minority or woman status not shown. */
    STATUS_NOT_SHOWN("Minority or woman status was not shown.", "KCMO Code § 3-461(j)"),
    /** Less than 51 percent. */
    OWNERSHIP_BELOW_51("Qualifying owners hold less than 51 percent.", "KCMO Code § 3-461(l)(1)"),
    /** Ownership in form only. */
    OWNERSHIP_NOT_REAL("Ownership is not real, substantial and continuing.", "KCMO Code § 3-461(l)(2)"),
    /** Control not shown. */
    CONTROL_NOT_SHOWN("Control by qualifying owners was not shown.", "KCMO Code § 3-461(m)"),
    /** Not independent. */
    NOT_INDEPENDENT("The firm is not independent of another firm.", "KCMO Code § 3-461(m)(1)"),
    /** Presence in the area not shown. */
    PRESENCE_NOT_SHOWN("A real and substantial presence in the area was not shown.", "KCMO Code § 3-461(d)", false),
    /** Larger than the size standard. */
    SIZE_EXCEEDED("The firm with its affiliates exceeds the size standard.", "KCMO Code § 3-461(k)", false),
    /** Net worth above the limit. */
    PNW_EXCEEDED("An owner's personal net worth exceeds the limit.", "KCMO Code § 3-461(c)"),
    /** Net worth not documented. */
    PNW_NOT_DOCUMENTED("An owner's personal net worth was not documented.", "KCMO Code § 3-461(c)"),
    /** Past discrimination not evidenced. */
    DISCRIMINATION_EVIDENCE_MISSING("Evidence of past discrimination is missing.", "KCMO Code § 3-461(b)"),
    /** Skill not shown. */
    EXPERTISE_NOT_SHOWN("Skill and expertise in the type of work were not shown.", "KCMO Code § 3-461(f)"),
    /** No commercially useful function. */
    NO_CUF("The firm does not perform a commercially useful function.", "KCMO Code § 3-421(a)(11)"),
    /** Documents missing. */
    DOCUMENTS_MISSING("Required documents were not submitted.", "KCMO Code § 3-461(g)", false),
    /** Audit refused. */
    AUDIT_REFUSED("The firm refused to facilitate an audit.", "KCMO Code § 3-461(e)"),
    /** Requests for information refused. */
    NON_COOPERATION("The firm did not cooperate with requests for information.", "KCMO Code § 3-461(m)(19)"),
    /** Change not notified. */
    CHANGE_NOT_NOTIFIED("A change of circumstances was not notified in time.", "KCMO Code § 3-461(o)"),
    /** Pattern of evasion. */
    EVASION_PATTERN("A pattern of evading the program was found.", "KCMO Code § 3-461(m)(17)"),
    /** Owner of a firm revoked for cause. */
    LOOKBACK_REVOKED_5Y(
            "An owner owned or controlled a firm whose certification was revoked for cause within five years.",
            "KCMO Code § 3-461(t)"),
    /** Owner of a suspended firm. */
    LOOKBACK_SUSPENDED(
            "An owner owns or controls a firm whose certification is suspended for cause.", "KCMO Code § 3-461(t)"),
    /** Withdrew within a year. */
    BAR_WITHDRAWAL_1Y("An application was withdrawn within the year before.", "KCMO Code § 3-461(h)"),
    /** Denied within a year. */
    BAR_DENIAL_1Y("An application was denied within the year before.", "KCMO Code § 3-461(r)(1)"),
    /** Revocation upheld within two years. */
    BAR_REVOCATION_2Y("A revocation was upheld within the two years before.", "KCMO Code § 3-461(s)(3)(g)"),
    /** Owner or affiliate of a graduated firm. */
    GRADUATED_OWNER_OR_AFFILIATE(
            "An owner or affiliate belongs to a firm that has graduated.", "KCMO Code § 3-461(u)(5)"),
    /** Debarred. */
    DEBARRED("The firm is debarred by the city.", "KCMO Code § 3-461(t)"),
    /** Revoked by another government. */
    OTHER_GOVERNMENT_REVOCATION("Another government revoked the firm's certification.", "KCMO Code § 3-461(t)"),
    /** For cause. */
    FOR_CAUSE("The certification was revoked for cause.", "KCMO Code § 3-461(t)");

    private final String text;
    private final String cites;
    private final boolean reconsiderable;

    ReasonCode(String text, String cites) {
        this(text, cites, true);
    }

    ReasonCode(String text, String cites, boolean reconsiderable) {
        this.text = text;
        this.cites = cites;
        this.reconsiderable = reconsiderable;
    }

    /**
     * Returns the ground in words.
     *
     * @return one sentence
     */
    public String text() {
        return text;
    }

    /**
     * Returns the section that makes it a ground.
     *
     * @return the citation
     */
    public String cites() {
        return cites;
    }

    /**
     * Tells whether administrative reconsideration is open on this ground (KCMO Code § 3-461(r)(4), (s)(2)).
     *
     * @return false for missing documents, presence and size
     */
    public boolean reconsiderable() {
        return reconsiderable;
    }
}
