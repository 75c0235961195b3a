package org.muniflow.civilrights.file;

/** The programs for which a firm may be certified (KCMO Code § 3-421(a)(21), (32), (34), (47)). */
public enum Program {
    /** Minority business enterprise. */
    MBE("Minority business enterprise (MBE)"),
    /** Women's business enterprise. */
    WBE("Women's business enterprise (WBE)"),
    /** Disadvantaged business enterprise, a federal certification. */
    DBE("Disadvantaged business enterprise (DBE)"),
    /** Mentor or protégé. */
    MENTOR_PROTEGE("Mentor/protégé");

    private final String title;

    Program(String title) {
        this.title = title;
    }

    /**
     * Returns the program's name in plain words.
     *
     * @return the name
     */
    public String title() {
        return title;
    }
}
