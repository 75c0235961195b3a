package org.muniflow.civilrights.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds the types of work for which a firm may be certified: those it performs at present and whose performance its
 * owners control (KCMO Code § 3-461(m)(13)), have the skill for (§ 3-461(f)) and are small in (§ 3-461(k)). Answers ALL,
 * SOME or NONE; the value lists the NAICS codes. An added type needs no new application and does not move the expiry.
 *
 * <p>Assumed: reading A-72, an added type asks for skill and size too.
 */
public final class TypeOfWork extends CodeRule<TypeOfWork.Facts, List<String>> {

    private static final String CITES = "KCMO Code § 3-461(m)(13)";

    /** Makes the rule. */
    public TypeOfWork() {
        super("R-253", "For which types of work may the firm be certified?", CITES, Facts.class);
    }

    /**
     * The types of work asked for.
     *
     * @param types the types; at least one
     */
    public record Facts(@NotEmpty List<@Valid Type> types) {

        /** Copies the list. */
        public Facts {
            types = List.copyOf(types);
        }
    }

    /**
     * A type of work.
     *
     * @param naics its NAICS code, six digits
     * @param performed whether the firm performs it at present
     * @param controlled whether the qualifying owners control the firm in it
     * @param skillShown whether skill and expertise are shown
     * @param sizeWithin whether the firm is small in it
     */
    public record Type(
            @NotNull @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits")
            String naics,

            boolean performed,
            boolean controlled,
            boolean skillShown,
            boolean sizeWithin) {

        boolean admitted() {
            return performed && controlled && skillShown && sizeWithin;
        }
    }

    @Override
    public RuleOutcome<List<String>> decide(Facts facts) {
        Because because = new Because();
        for (Type type : facts.types()) {
            String work = "NAICS " + type.naics() + ": ";
            if (!type.performed()) {
                because.not(ReasonCode.EXPERTISE_NOT_SHOWN, work + "the firm does not perform it at present.", CITES);
            }
            if (!type.controlled()) {
                because.not(ReasonCode.CONTROL_NOT_SHOWN, work + "the owners' control is not shown.", CITES);
            }
            if (!type.skillShown()) {
                because.not(
                        ReasonCode.EXPERTISE_NOT_SHOWN,
                        work + "skill and expertise are not shown (reading A-72).",
                        "KCMO Code § 3-461(f)");
            }
            if (!type.sizeWithin()) {
                because.not(
                        ReasonCode.SIZE_EXCEEDED,
                        work + "the size standard is exceeded (reading A-72).",
                        "KCMO Code § 3-461(k)");
            }
        }
        List<String> admitted =
                facts.types().stream().filter(Type::admitted).map(Type::naics).toList();
        String word =
                admitted.isEmpty() ? "NONE" : admitted.size() == facts.types().size() ? "ALL" : "SOME";
        return new RuleOutcome<>(word, admitted, because.reasons());
    }
}
