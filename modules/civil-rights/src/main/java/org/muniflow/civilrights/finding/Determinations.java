package org.muniflow.civilrights.finding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The findings on applications. A later finding on the same point replaces the earlier one, which stays on file. */
public final class Determinations {

    private final Table<Determination> table;

    /**
     * Opens the findings.
     *
     * @param tables the schema
     */
    public Determinations(Tables tables) {
        this.table = tables.of("determination", Determination.class);
    }

    /**
     * Records a finding and lets it replace the standing one on the same criterion, program, type of work, owner and
     * kind.
     *
     * @param finding the finding; its id from {@link Table#newId()}
     * @param by who records it
     * @return the finding
     */
    public Determination record(Determination finding, String by) {
        for (Determination earlier : standing(finding.applicationId())) {
            if (samePoint(earlier, finding)) {
                table.update(superseded(earlier, finding.id()), by);
            }
        }
        return table.insert(finding, by);
    }

    /**
     * Returns the findings that stand, oldest first.
     *
     * @param applicationId the application
     * @return the findings; may be empty
     */
    public List<Determination> standing(String applicationId) {
        return all(applicationId).stream().filter(f -> f.supersededBy() == null).toList();
    }

    /**
     * Returns every finding ever recorded, oldest first.
     *
     * @param applicationId the application
     * @return the findings; may be empty
     */
    public List<Determination> all(String applicationId) {
        return table.where("application_id", applicationId);
    }

    /**
     * Finds the standing finding of a kind on a criterion, for a program and type of work.
     *
     * @param applicationId the application
     * @param criterion the criterion
     * @param kind by a rule or by a person
     * @param program the program; null for a finding on all programs
     * @param naics the NAICS code; null for a finding on all types of work
     * @return the finding, or empty
     */
    public Optional<Determination> find(
            String applicationId, Criterion criterion, Kind kind, @Nullable String program, @Nullable String naics) {
        return standing(applicationId).stream()
                .filter(f -> f.criterion() == criterion
                        && f.kind() == kind
                        && Objects.equals(f.program(), program)
                        && Objects.equals(f.naics(), naics))
                .findFirst();
    }

    /**
     * Returns the standing findings of a kind on a criterion, whatever program or type of work.
     *
     * @param applicationId the application
     * @param criterion the criterion
     * @param kind by a rule or by a person
     * @return the findings; may be empty
     */
    public List<Determination> on(String applicationId, Criterion criterion, Kind kind) {
        return standing(applicationId).stream()
                .filter(f -> f.criterion() == criterion && f.kind() == kind)
                .toList();
    }

    private static boolean samePoint(Determination a, Determination b) {
        return a.criterion() == b.criterion()
                && a.kind() == b.kind()
                && Objects.equals(a.program(), b.program())
                && Objects.equals(a.naics(), b.naics())
                && Objects.equals(a.ownerId(), b.ownerId());
    }

    private static Determination superseded(Determination f, String by) {
        return new Determination(
                f.id(),
                f.applicationId(),
                f.criterion(),
                f.program(),
                f.naics(),
                f.ownerId(),
                f.kind(),
                f.standardOfProof(),
                f.met(),
                f.outcome(),
                f.reasonCodes(),
                f.reasons(),
                f.evidenceDocumentIds(),
                f.ruleIds(),
                f.cites(),
                f.decidedBy(),
                f.decidedOn(),
                by);
    }
}
