package org.muniflow.kernel.modules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muniflow.api.module.Capability;
import org.muniflow.api.module.CompartmentDeclaration;
import org.muniflow.api.module.Declaration;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.Team;

/** Gathers what a module declares. */
final class Declared implements Declaration {

    private String title;
    private final List<ProcessDeclaration> processes = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<GrantDeclaration> grants = new ArrayList<>();
    private final List<CompartmentDeclaration> compartments = new ArrayList<>();
    private final Set<Class<?>> components = new LinkedHashSet<>();

    Declared(String name) {
        this.title = name;
    }

    @Override
    public Declaration title(String title) {
        this.title = title;
        return this;
    }

    @Override
    public Declaration include(Capability capability) {
        capability.declare(this);
        return this;
    }

    @Override
    public Declaration process(ProcessDeclaration process) {
        processes.add(process);
        return this;
    }

    @Override
    public Declaration components(Class<?>... types) {
        components.addAll(List.of(types));
        return this;
    }

    @Override
    public Declaration team(String groupId, String name) {
        teams.add(new Team(groupId, name));
        return this;
    }

    @Override
    public Declaration grant(String groupId, String processKey, Right... rights) {
        grants.add(new GrantDeclaration(groupId, processKey, Set.of(rights)));
        return this;
    }

    @Override
    public Declaration compartment(CompartmentDeclaration compartment) {
        compartments.add(compartment);
        return this;
    }

    String title() {
        return title;
    }

    List<ProcessDeclaration> processes() {
        return List.copyOf(processes);
    }

    List<Team> teams() {
        return List.copyOf(teams);
    }

    List<GrantDeclaration> grants() {
        return List.copyOf(grants);
    }

    List<CompartmentDeclaration> compartments() {
        return List.copyOf(compartments);
    }

    List<Class<?>> components() {
        return List.copyOf(components);
    }
}
