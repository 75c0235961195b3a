package org.muniflow.casework.act;

import java.util.Arrays;
import java.util.Optional;

/** What can be done to a case against its ordinary course. */
public enum CaseAct {
    /** The case goes on before an earlier step; a case that has ended is open again. */
    GO_BACK("go-back", "Go back to an earlier step"),
    /** The applicant does not want the case any more. */
    WITHDRAW("withdraw", "Withdraw the case"),
    /** The case should never have been opened. */
    VOID("void", "Void the case");

    private final String word;
    private final String title;

    CaseAct(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /**
     * Returns the act as addresses name it.
     *
     * @return the word in lower case
     */
    public String word() {
        return word;
    }

    /**
     * Returns the act for people.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    static Optional<CaseAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }
}
