package org.muniflow.civilrights.lifecycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.denial.DenialBar;
import org.muniflow.civilrights.denial.RevocationBar;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds the first day on which a firm may apply (again): the day after the latest end of a withdrawal's year (C-103), a
 * denial's year, an upheld revocation's two years, the five years after a related firm's revocation for
 * cause and a suspension; never after graduation for all purposes (R-306) (KCMO Code § 3-461(h), (r),
 * (s), (t), (u)). Answers FREE, BARRED or NEVER; the value holds the last day of the bar and the first free day.
 *
 * <p>Assumed: reading A-07, a bar runs through its anniversary.
 */
public final class EarliestApplication extends CodeRule<EarliestApplication.Facts, EarliestApplication.Bar> {

    private static final String CITES = "KCMO Code § 3-461(h)";

    private final Clocks clocks;
    private final DenialBar denialBar;
    private final RevocationBar revocationBar;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the lengths of C-103, C-104, C-111, C-112
     */
    public EarliestApplication(Clocks clocks) {
        super("R-269", "When may the firm apply again?", CITES, Facts.class);
        this.clocks = clocks;
        this.denialBar = new DenialBar(clocks);
        this.revocationBar = new RevocationBar(clocks);
    }

    /**
     * What is known of a firm's past.
     *
     * @param submittedOn the date of the new application
     * @param withdrawals the dates of withdrawn applications
     * @param denials the denials
     * @param revocations the revocations
     * @param relatedRevokedForCause the dates on which related firms were revoked for cause
     * @param relatedSuspendedThrough the last days of related firms' suspensions for cause
     * @param graduatedForAll whether a graduation for all purposes bars the people behind the firm
     */
    public record Facts(
            @NotNull LocalDate submittedOn,
            @NotNull List<@NotNull LocalDate> withdrawals,
            @NotNull List<DenialBar.@Valid Facts> denials,
            @NotNull List<RevocationBar.@Valid Facts> revocations,
            @NotNull List<@NotNull LocalDate> relatedRevokedForCause,
            @NotNull List<@NotNull LocalDate> relatedSuspendedThrough,
            boolean graduatedForAll) {

        /** Copies the lists. */
        public Facts {
            withdrawals = List.copyOf(withdrawals);
            denials = List.copyOf(denials);
            revocations = List.copyOf(revocations);
            relatedRevokedForCause = List.copyOf(relatedRevokedForCause);
            relatedSuspendedThrough = List.copyOf(relatedSuspendedThrough);
        }
    }

    /**
     * A bar.
     *
     * @param barredThrough the last day of the latest bar, past or future; null if there is none
     * @param earliestOn the first free day; null if there was no bar, or if it never comes
     */
    public record Bar(
            @Nullable LocalDate barredThrough, @Nullable LocalDate earliestOn) {}

    private static final class Latest {

        private @Nullable LocalDate day;

        void add(@Nullable LocalDate other) {
            if (other != null && (day == null || other.isAfter(day))) {
                day = other;
            }
        }
    }

    @Override
    public RuleOutcome<Bar> decide(Facts facts) {
        Because because = new Because();
        if (facts.graduatedForAll()) {
            because.not(
                    ReasonCode.GRADUATED_OWNER_OR_AFFILIATE,
                    "The people or affiliates behind the firm graduated for all purposes.",
                    "KCMO Code § 3-461(u)(5)");
            return new RuleOutcome<>("NEVER", new Bar(null, null), because.reasons());
        }
        Latest latest = new Latest();
        for (LocalDate date : facts.withdrawals()) {
            bar(
                    facts,
                    because,
                    latest,
                    clocks.period("C-103", date).lastDay(date),
                    ReasonCode.BAR_WITHDRAWAL_1Y,
                    "the withdrawal of " + date,
                    CITES);
        }
        for (DenialBar.Facts denial : facts.denials()) {
            bar(
                    facts,
                    because,
                    latest,
                    denialBar.decide(denial).value(),
                    ReasonCode.BAR_DENIAL_1Y,
                    "the denial of " + denial.deniedOn(),
                    "KCMO Code § 3-461(r)(1)");
        }
        for (RevocationBar.Facts revocation : facts.revocations()) {
            bar(
                    facts,
                    because,
                    latest,
                    revocationBar.decide(revocation).value(),
                    ReasonCode.BAR_REVOCATION_2Y,
                    "the upheld revocation of " + revocation.revokedOn(),
                    "KCMO Code § 3-461(s)(3)(g)");
        }
        for (LocalDate date : facts.relatedRevokedForCause()) {
            bar(
                    facts,
                    because,
                    latest,
                    clocks.period("C-112", date).lastDay(date),
                    ReasonCode.LOOKBACK_REVOKED_5Y,
                    "a related firm's revocation for cause of " + date,
                    "KCMO Code § 3-461(t)");
        }
        for (LocalDate through : facts.relatedSuspendedThrough()) {
            bar(
                    facts,
                    because,
                    latest,
                    through,
                    ReasonCode.LOOKBACK_SUSPENDED,
                    "a related firm's suspension",
                    "KCMO Code § 3-461(t)");
        }
        LocalDate last = latest.day;
        boolean barred = last != null && !facts.submittedOn().isAfter(last);
        return new RuleOutcome<>(
                barred ? "BARRED" : "FREE", new Bar(last, last == null ? null : last.plusDays(1)), because.reasons());
    }

    private static void bar(
            Facts facts,
            Because because,
            Latest latest,
            @Nullable LocalDate through,
            ReasonCode code,
            String what,
            String cites) {
        latest.add(through);
        if (through != null && !facts.submittedOn().isAfter(through)) {
            because.not(
                    code,
                    "After " + what + " no application is taken through " + through
                            + ", the anniversary included (reading A-07).",
                    cites);
        }
    }
}
