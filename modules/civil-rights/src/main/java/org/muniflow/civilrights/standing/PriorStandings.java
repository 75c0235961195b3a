package org.muniflow.civilrights.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.standing.PriorStanding.Controller;
import org.muniflow.civilrights.standing.PriorStanding.Graduation;
import org.muniflow.civilrights.standing.PriorStanding.Link;
import org.muniflow.civilrights.standing.PriorStanding.Revocation;
import org.muniflow.civilrights.standing.PriorStanding.Suspension;
import org.muniflow.civilrights.standing.PriorStanding.Withdrawal;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks up the past of firms and of the persons behind them. Persons are found by name, whatever its capitals, since
 * the Code asks for no personal number; a person therefore confirms each hit.
 */
public final class PriorStandings {

    private static final String BY_FIRM = "firm_id";

    private final JdbcClient jdbc;
    private final Firms firms;
    private final Denials denials;
    private final Table<Withdrawal> withdrawals;
    private final Table<Revocation> revocations;
    private final Table<Suspension> suspensions;
    private final Table<Graduation> graduations;
    private final Table<Controller> controllers;

    /**
     * Opens the past.
     *
     * @param jdbc the module's own client
     * @param tables the schema
     * @param firms the firms
     * @param denials the denials
     */
    public PriorStandings(JdbcClient jdbc, Tables tables, Firms firms, Denials denials) {
        this.jdbc = jdbc;
        this.firms = firms;
        this.denials = denials;
        this.withdrawals = tables.of("withdrawal", Withdrawal.class);
        this.revocations = tables.of("revocation", Revocation.class);
        this.suspensions = tables.of("suspension", Suspension.class);
        this.graduations = tables.of("graduation", Graduation.class);
        this.controllers = tables.of("firm_controller", Controller.class);
    }

    /**
     * Returns the past of a firm and of its owners and controllers.
     *
     * @param firmId the firm
     * @param persons the full names of its owners and controllers
     * @return the past; its lists may be empty
     */
    public PriorStanding of(String firmId, List<String> persons) {
        return new PriorStanding(
                withdrawals.where(BY_FIRM, firmId),
                denials.ofFirm(firmId),
                revocations.where(BY_FIRM, firmId),
                suspensions.where(BY_FIRM, firmId),
                graduations.where(BY_FIRM, firmId),
                persons.stream().flatMap(person -> links(person).stream()).toList());
    }

    /**
     * Records a withdrawal with its bar (KCMO Code § 3-461(h)).
     *
     * @param applicationId the application
     * @param firmId the firm
     * @param withdrawnOn the day on which the city received the withdrawal
     * @param barredUntil the last day of the bar
     * @param by who records it
     * @return the withdrawal
     */
    public Withdrawal withdraw(
            @Nullable String applicationId, String firmId, LocalDate withdrawnOn, LocalDate barredUntil, String by) {
        return withdrawals.insert(new Withdrawal(Table.newId(), applicationId, firmId, withdrawnOn, barredUntil), by);
    }

    /**
     * Records a person's place in a firm, for look-backs to come.
     *
     * @param controller the place; its id from {@link Table#newId()}
     * @param by who records it
     * @return the place
     */
    public Controller record(Controller controller, String by) {
        return controllers.insert(controller, by);
    }

    /**
     * Records a revocation.
     *
     * @param revocation the revocation; its id from {@link Table#newId()}
     * @param by who records it
     * @return the revocation
     */
    public Revocation record(Revocation revocation, String by) {
        return revocations.insert(revocation, by);
    }

    /**
     * Records a suspension.
     *
     * @param suspension the suspension; its id from {@link Table#newId()}
     * @param by who records it
     * @return the suspension
     */
    public Suspension record(Suspension suspension, String by) {
        return suspensions.insert(suspension, by);
    }

    /**
     * Records a graduation.
     *
     * @param graduation the graduation; its id from {@link Table#newId()}
     * @param by who records it
     * @return the graduation
     */
    public Graduation record(Graduation graduation, String by) {
        return graduations.insert(graduation, by);
    }

    private List<Link> links(String person) {
        List<String> ids = jdbc.sql("select id from civil_rights.firm_controller where lower(person_name) = ?")
                .param(person.strip().toLowerCase(Locale.ROOT))
                .query(String.class)
                .list();
        return controllers.whereIn("id", ids).stream()
                .map(controller -> new Link(
                        controller,
                        firms.get(controller.firmId()).legalName(),
                        revocations.where(BY_FIRM, controller.firmId()),
                        suspensions.where(BY_FIRM, controller.firmId()),
                        graduations.where(BY_FIRM, controller.firmId())))
                .toList();
    }
}
