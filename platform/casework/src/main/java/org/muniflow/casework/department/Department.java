package org.muniflow.casework.department;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniflow.api.intake.Intake;
import org.muniflow.api.law.Rule;
import org.muniflow.api.module.CompartmentDeclaration;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.api.register.Register;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Team;

/**
 * A department as a version of its module declares it. Plain data: nothing of the module is kept.
 *
 * @param module the version that declared it
 * @param title the department's name in plain words
 * @param processes its processes
 * @param grants who may do what on them
 * @param teams its teams
 * @param offers what it offers by id
 * @param compartments the parts of its files that are not for everybody
 * @param series the series of its records
 */
public record Department(
        ModuleId module,
        String title,
        List<ProcessDeclaration> processes,
        List<GrantDeclaration> grants,
        List<Team> teams,
        List<Offer> offers,
        List<CompartmentDeclaration> compartments,
        List<RecordSeries> series) {

    /** Copies the lists. */
    public Department {
        processes = List.copyOf(processes);
        grants = List.copyOf(grants);
        teams = List.copyOf(teams);
        offers = List.copyOf(offers);
        // Rows of before there were compartments and series have none.
        compartments = List.copyOf(Objects.requireNonNullElse(compartments, List.of()));
        series = List.copyOf(Objects.requireNonNullElse(series, List.of()));
    }

    /**
     * Something that others ask for by id.
     *
     * @param kind what it is
     * @param id the id, unique in the city among its kind
     */
    public record Offer(Kind kind, String id) {

        /** What departments offer by id. */
        public enum Kind {
            /** A public register. */
            REGISTER,
            /** A door for applications. */
            INTAKE,
            /** A rule. */
            RULE
        }
    }

    static Department of(ActiveModule module) {
        Stream<Offer> registers = module.components(Register.class).stream()
                .map(register -> new Offer(Offer.Kind.REGISTER, register.id()));
        Stream<Offer> intakes =
                module.components(Intake.class).stream().map(intake -> new Offer(Offer.Kind.INTAKE, intake.key()));
        Stream<Offer> rules = module.components(Rule.class).stream().map(rule -> new Offer(Offer.Kind.RULE, rule.id()));
        return new Department(
                module.id(),
                module.title(),
                module.processes(),
                module.grants(),
                module.teams(),
                Stream.of(registers, intakes, rules).flatMap(offers -> offers).toList(),
                module.compartments(),
                module.resource(RecordSeries.PATH)
                        .map(yaml -> RecordSeries.read(yaml, problem -> {}))
                        .orElse(List.of()));
    }

    /** Adds the processes, rights, teams and compartments that an earlier version declared and this one does not: their cases remain. */
    Department after(Department earlier) {
        Set<String> keys = processes.stream().map(ProcessDeclaration::key).collect(Collectors.toSet());
        Set<String> named = teams.stream().map(Team::groupId).collect(Collectors.toSet());
        List<ProcessDeclaration> allProcesses = new ArrayList<>(processes);
        List<GrantDeclaration> allGrants = new ArrayList<>(grants);
        List<Team> allTeams = new ArrayList<>(teams);
        earlier.processes.stream()
                .filter(process -> !keys.contains(process.key()))
                .forEach(allProcesses::add);
        earlier.grants.stream()
                .filter(grant -> !keys.contains(grant.processKey()))
                .forEach(allGrants::add);
        Set<String> closed =
                compartments.stream().map(CompartmentDeclaration::id).collect(Collectors.toSet());
        List<CompartmentDeclaration> allCompartments = new ArrayList<>(compartments);
        earlier.compartments.stream()
                .filter(compartment -> !closed.contains(compartment.id()))
                .forEach(allCompartments::add);
        earlier.teams.stream().filter(team -> !named.contains(team.groupId())).forEach(allTeams::add);
        return new Department(module, title, allProcesses, allGrants, allTeams, offers, allCompartments, series);
    }

    /**
     * Finds a process.
     *
     * @param key the process key
     * @return the process, or empty when it is none of this department
     */
    public Optional<ProcessDeclaration> process(String key) {
        return processes.stream().filter(process -> process.key().equals(key)).findFirst();
    }

    /**
     * Tells whether one of some groups has a right on a process. A delegate may read and work on what the team may.
     *
     * @param groups the groups, with the marks of those for whom the person acts as delegate
     * @param processKey the process
     * @param right the right
     * @return true if so
     */
    public boolean allows(Set<String> groups, String processKey, Right right) {
        Set<String> delegated = delegated(groups, processKey, right);
        return grants.stream()
                .filter(grant -> grant.processKey().equals(processKey))
                .anyMatch(grant -> (groups.contains(grant.groupId()) || delegated.contains(grant.groupId()))
                        && grant.rights().contains(right));
    }

    /**
     * Tells whether one of some groups has a right on any process.
     *
     * @param groups the groups
     * @param right the right
     * @return true if so
     */
    public boolean allows(Set<String> groups, Right right) {
        return grants.stream().anyMatch(grant -> allows(groups, grant.processKey(), right));
    }

    private static Set<String> delegated(Set<String> groups, String processKey, Right right) {
        return right == Right.READ || right == Right.WORK ? DelegatedTeam.among(groups, processKey) : Set.of();
    }

    /**
     * Finds a compartment.
     *
     * @param id the compartment's id
     * @return the compartment, or empty when the department never declared it; then nobody reads what is in it
     */
    public Optional<CompartmentDeclaration> compartment(String id) {
        return compartments.stream()
                .filter(compartment -> compartment.id().equals(id))
                .findFirst();
    }

    /**
     * Returns all series of its records: those it names, and one for each process that is in none.
     *
     * @return the series; none when it has no process
     */
    public List<RecordSeries> allSeries() {
        List<RecordSeries> all = new ArrayList<>(series);
        Set<String> named =
                series.stream().flatMap(one -> one.processes().stream()).collect(Collectors.toSet());
        processes.stream()
                .filter(process -> !named.contains(process.key()))
                .forEach(process -> all.add(new RecordSeries(process.key(), process.title(), List.of(process.key()))));
        return all;
    }

    boolean offers(Offer.Kind kind, String id) {
        return offers.contains(new Offer(kind, id));
    }
}
