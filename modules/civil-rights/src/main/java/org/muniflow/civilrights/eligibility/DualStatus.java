package org.muniflow.civilrights.eligibility;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Finds the programs in which a firm may be certified at once (KCMO Code § 3-461(j)): MBE, WBE or both, each asked for
 * and each eligible by itself. Answers NONE, MBE, WBE or BOTH; the value lists the programs.
 *
 * <p>Assumed: reading A-16, "MBE or WBE" is MBE and WBE.
 */
public final class DualStatus extends CodeRule<DualStatus.Facts, List<Program>> {

    private static final String CITES = "KCMO Code § 3-461(j)";

    /** Makes the rule. */
    public DualStatus() {
        super("R-203", "In which programs may the firm be certified?", CITES, Facts.class);
    }

    /**
     * What was asked for and found.
     *
     * @param requested the programs asked for
     * @param eligibleMbe whether the firm is eligible as an MBE
     * @param eligibleWbe whether the firm is eligible as a WBE
     */
    public record Facts(@NotNull List<@NotNull Program> requested, boolean eligibleMbe, boolean eligibleWbe) {

        /** Copies the list. */
        public Facts {
            requested = List.copyOf(requested);
        }
    }

    @Override
    public RuleOutcome<List<Program>> decide(Facts facts) {
        List<Program> programs = new ArrayList<>();
        if (facts.eligibleMbe() && facts.requested().contains(Program.MBE)) {
            programs.add(Program.MBE);
        }
        if (facts.eligibleWbe() && facts.requested().contains(Program.WBE)) {
            programs.add(Program.WBE);
        }
        Because because = new Because();
        if (programs.size() == 2) {
            because.note("BOTH", "A firm may be certified as an MBE and a WBE at once (reading A-16).", CITES);
        }
        String word = programs.isEmpty()
                ? "NONE"
                : programs.size() == 2 ? "BOTH" : programs.get(0).name();
        return new RuleOutcome<>(word, List.copyOf(programs), because.reasons());
    }
}
