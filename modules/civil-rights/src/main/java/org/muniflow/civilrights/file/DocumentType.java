package org.muniflow.civilrights.file;

/** What a document in the file is (KCMO Code § 3-461(b), (c), (g), (h), (n)-(p)). */
public enum DocumentType {
    /** Federal tax return of the business. */
    TAX_RETURN_FEDERAL_BUSINESS("Federal tax return of the business, with schedules"),
    /** State tax return of the business. */
    TAX_RETURN_STATE_BUSINESS("State tax return of the business, with schedules"),
    /** Local tax return of the business. */
    TAX_RETURN_LOCAL_BUSINESS("Local tax return of the business"),
    /** Federal tax return of an owner. */
    TAX_RETURN_FEDERAL_PERSONAL("Federal tax return of the owners, with schedules"),
    /** State tax return of an owner. */
    TAX_RETURN_STATE_PERSONAL("State tax return of the owners"),
    /** A license. */
    LICENSE("Business license"),
    /** Documentation or affidavit of earlier discrimination. */
    AFFIDAVIT_DISCRIMINATION("Affidavit of past discrimination, city and trade"),
    /** Personal net worth statement. */
    PNW_STATEMENT("Personal net worth statement of each owner"),
    /** Partnership agreement. */
    PARTNERSHIP_AGREEMENT("Partnership agreement"),
    /** Operating agreement. */
    OPERATING_AGREEMENT("Operating agreement"),
    /** Stock ledger. */
    STOCK_LEDGER("Stock ledger"),
    /** A spouse's renunciation. */
    SPOUSE_RENUNCIATION("Spouse's renunciation of marital assets"),
    /** Certificate of the unified certification program. */
    UCP_CERTIFICATE("DBE certificate of the unified certification program"),
    /** Certificate of the Missouri department of transportation. */
    MODOT_CERTIFICATE("DBE certificate of the Missouri department of transportation"),
    /** Certificate of the Kansas department of transportation. */
    KDOT_CERTIFICATE("DBE certificate of the Kansas department of transportation"),
    /** An audit report. */
    AUDIT_REPORT("Audit report"),
    /** Any other document. */
    OTHER("Other document");

    private final String title;

    DocumentType(String title) {
        this.title = title;
    }

    /**
     * Returns the type in plain words.
     *
     * @return the words
     */
    public String title() {
        return title;
    }
}
