package org.muniflow.civilrights.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a certified firm notified a change in time: in writing, with supporting documents, within 30 calendar
 * days of the change (C-102, KCMO Code § 3-461(o)). A change of Friday 2024-03-01 is timely notified through Sunday
 * 2024-03-31; nothing rolls forward. Answers TIMELY, OPEN, LATE or ABSENT; the value is the last day. Late or absent
 * notice is deemed a failure to cooperate; whether to revoke is the director's (reading A-23).
 */
public final class ChangeNoticeTimely extends CodeRule<ChangeNoticeTimely.Facts, LocalDate> {

    private static final String CITES = "KCMO Code § 3-461(o)";

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-102
     */
    public ChangeNoticeTimely(Clocks clocks) {
        super("R-266", "Was a change notified in time?", CITES, Facts.class);
        this.clocks = clocks;
    }

    /**
     * What is known of a change.
     *
     * @param changeOn the date of the change
     * @param notifiedOn the date on which the city received the written notice; null if none
     * @param documentsAttached whether supporting documents describe the change
     * @param asOf the date for which is asked
     */
    public record Facts(
            @NotNull LocalDate changeOn,
            @Nullable LocalDate notifiedOn,
            boolean documentsAttached,
            @NotNull LocalDate asOf) {}

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        LocalDate last = clocks.period("C-102", facts.changeOn()).lastDay(facts.changeOn());
        LocalDate notified = facts.notifiedOn();
        Because because = new Because();
        if (notified != null && !notified.isAfter(last) && facts.documentsAttached()) {
            return RuleOutcome.of("TIMELY", last);
        }
        if (!facts.asOf().isAfter(last)) {
            because.note("OPEN", "Written notice with documents is due by " + last + ".", CITES);
            return new RuleOutcome<>("OPEN", last, because.reasons());
        }
        String what = notified == null
                ? "No written notice of the change of " + facts.changeOn() + " was given by " + last + "."
                : notified.isAfter(last)
                        ? "The change of " + facts.changeOn() + " was notified on " + notified + ", after " + last + "."
                        : "The notice of " + notified + " came without supporting documents.";
        because.not(ReasonCode.CHANGE_NOT_NOTIFIED, what + " The director may revoke (reading A-23).", CITES);
        return new RuleOutcome<>(notified == null ? "ABSENT" : "LATE", last, because.reasons());
    }
}
