package org.muniflow.civilrights.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.status.MinorityStatus;
import org.muniflow.civilrights.status.WomanStatus;

/**
 * Finds which owners are minorities or women. What the director determined about a person's status (R-205,
 * R-206) prevails over the rules.
 */
final class StatusCheck {

    private final MinorityStatus minority;
    private final WomanStatus woman;
    private final Determinations determinations;
    private final Rules rules;

    StatusCheck(MinorityStatus minority, WomanStatus woman, Determinations determinations, Rules rules) {
        this.minority = minority;
        this.woman = woman;
        this.determinations = determinations;
        this.rules = rules;
    }

    /** Finds the status of each owner, and for each program whether any owner has it. */
    List<Found> of(ApplicationFile file) {
        List<Found> found = new ArrayList<>();
        for (Program program : programs(file.application())) {
            boolean any = false;
            for (Owner owner : file.owners()) {
                boolean met = qualifies(file, owner, program);
                any |= met;
                found.add(rule(file, owner, program).forProgram(program.name()).forOwner(owner.id()));
            }
            String text = any ? "SHOWN" : "NOT_SHOWN";
            found.add(new Found(
                    Criterion.STATUS,
                    program.name(),
                    null,
                    null,
                    any,
                    text,
                    any
                            ? List.of()
                            : found.stream()
                                    .filter(one -> program.name().equals(one.program()))
                                    .flatMap(one -> one.reasons().stream())
                                    .toList(),
                    List.of("R-204", "R-207")));
        }
        return found;
    }

    /** Tells whether an owner counts for a program. */
    boolean qualifies(ApplicationFile file, Owner owner, Program program) {
        return determined(file, owner, program).map(Determination::met).orElseGet(() -> rule(file, owner, program)
                .met());
    }

    static List<Program> programs(Application application) {
        return List.of(Program.MBE, Program.WBE).stream()
                .filter(application::asksFor)
                .toList();
    }

    private Optional<Determination> determined(ApplicationFile file, Owner owner, Program program) {
        return determinations.on(file.application().id(), Criterion.STATUS, Kind.HUMAN).stream()
                .filter(one -> owner.id().equals(one.ownerId()))
                .filter(one -> one.program() == null || Objects.equals(one.program(), program.name()))
                .reduce((earlier, later) -> later);
    }

    private Found rule(ApplicationFile file, Owner owner, Program program) {
        if (program == Program.WBE) {
            RuleOutcome<Boolean> answer = rules.ask(woman, new WomanStatus.Facts(owner.isWoman(), owner.citizenship()));
            return Found.of(Criterion.STATUS, woman, answer, answer.is("WOMAN"));
        }
        BigDecimal descent = owner.descentFraction();
        var answer = rules.ask(
                minority,
                new MinorityStatus.Facts(
                        file.application().receivedOn(),
                        owner.citizenship(),
                        owner.minorityCategory(),
                        owner.selfIdentifiedHistorically(),
                        owner.tribalAffiliation(),
                        descent == null ? null : descent.movePointRight(2),
                        false));
        return Found.of(Criterion.STATUS, minority, answer, answer.is("MINORITY"));
    }
}
