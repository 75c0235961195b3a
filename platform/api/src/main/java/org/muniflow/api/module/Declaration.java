package org.muniflow.api.module;

/**
 * What a module supplies, gathered by the platform. Call this; the platform implements it. Every method returns this.
 */
public interface Declaration {

    /**
     * Names the department.
     *
     * @param title the department's name in plain words
     * @return this
     */
    Declaration title(String title);

    /**
     * Includes a capability.
     *
     * @param capability the capability
     * @return this
     */
    Declaration include(Capability capability);

    /**
     * Declares a process that the module's models hold.
     *
     * @param process the process
     * @return this
     */
    Declaration process(ProcessDeclaration process);

    /**
     * Adds classes that the module's own Spring context creates by their one constructor: delegates, guards, rules,
     * record pages, registers, intakes, and what these need. The classes may be package-private. The context offers by
     * type: {@code JdbcClient}, {@code java.time.Clock}, {@code BusinessCalendar}, {@code Clocks}, {@code LawNumbers},
     * {@code Rules}, {@code Notices}, {@code Documents}, {@code Cases}, {@code Journal}, {@code Ledger},
     * {@code RecordClocks}.
     *
     * @param types the classes
     * @return this
     */
    Declaration components(Class<?>... types);

    /**
     * Declares a team, which gets its Tasklist filter and its group.
     *
     * @param groupId the group's id in the catalogue, for example {@code creo-analyst}
     * @param name the team's name in plain words
     * @return this
     */
    Declaration team(String groupId, String name);

    /**
     * Grants a group rights on one of the module's processes. Nothing is granted that is not declared.
     *
     * @param groupId the group
     * @param processKey the process
     * @param rights the rights
     * @return this
     */
    Declaration grant(String groupId, String processKey, Right... rights);

    /**
     * Declares a compartment of the department's documents.
     *
     * @param compartment the compartment
     * @return this
     */
    Declaration compartment(CompartmentDeclaration compartment);

    /** A right on the cases of one process. */
    enum Right {
        /** See cases, tasks and case pages of the process. */
        READ,
        /** Claim and complete tasks for which one is candidate or assignee. */
        WORK,
        /** Start cases. */
        START,
        /**
         * Correct the course of cases: go back to an earlier step, reopen, withdraw, void; open a closed document. Where a second person has to
         * agree, this is the right to ask and the right to agree, but never to one's own asking.
         */
        CORRECT
    }
}
