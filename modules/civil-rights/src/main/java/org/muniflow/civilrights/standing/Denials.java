package org.muniflow.civilrights.standing;

import java.util.List;
import java.util.Optional;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The denials and the grounds chosen for them. */
public final class Denials {

    private final Table<Denial> table;
    private final Table<Denial.Ground> grounds;

    /**
     * Opens the denials.
     *
     * @param tables the schema
     */
    public Denials(Tables tables) {
        this.table = tables.of("denial", Denial.class);
        this.grounds = tables.of("denial_ground", Denial.Ground.class);
    }

    /**
     * Records a denial.
     *
     * @param denial the denial; its id from {@link Table#newId()}
     * @param by who records it
     * @return the denial
     */
    public Denial record(Denial denial, String by) {
        return table.insert(denial, by);
    }

    /**
     * Finds the latest denial of an application.
     *
     * @param applicationId the application
     * @return the denial, or empty
     */
    public Optional<Denial> ofApplication(String applicationId) {
        List<Denial> denials = table.where("application_id", applicationId);
        return denials.isEmpty() ? Optional.empty() : Optional.of(denials.get(denials.size() - 1));
    }

    /**
     * Returns a firm's denials, oldest first.
     *
     * @param firmId the firm
     * @return the denials; may be empty
     */
    public List<Denial> ofFirm(String firmId) {
        return table.where("firm_id", firmId);
    }

    /**
     * Returns the grounds chosen for an application, in the order in which they were chosen.
     *
     * @param applicationId the application
     * @return the grounds; may be empty
     */
    public List<Denial.Ground> grounds(String applicationId) {
        return grounds.where("application_id", applicationId);
    }

    /**
     * Chooses a ground; one chosen before for the same code is replaced.
     *
     * @param ground the ground; its id from {@link Table#newId()}
     * @param by who chooses it
     * @return the ground
     */
    public Denial.Ground choose(Denial.Ground ground, String by) {
        grounds(ground.applicationId()).stream()
                .filter(earlier -> earlier.code() == ground.code())
                .forEach(earlier -> grounds.delete(earlier.id()));
        return grounds.insert(ground, by);
    }

    /**
     * Drops a chosen ground.
     *
     * @param groundId the ground
     * @return true if there was such a ground
     */
    public boolean drop(String groundId) {
        return grounds.delete(groundId);
    }
}
