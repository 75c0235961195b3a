package org.muniflow.server.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniflow.server.MuniflowSettings;
import org.muniflow.server.people.Passwords;
import org.muniflow.server.people.People;
import org.springframework.stereotype.Component;

/** Invented staff. Their passwords are made anew at every start, since nobody can look up the former ones. */
@Component
final class DemoPeople {

    private record Invented(String id, String first, String last, String group) {}

    private static final List<Invented> STAFF = List.of(
            new Invented("ana.analyst", "Ana", "Analyst", "creo-analyst"),
            new Invented("abe.analyst", "Abe", "Analyst", "creo-analyst"),
            new Invented("dora.director", "Dora", "Director", "creo-director"),
            new Invented("cole.compliance", "Cole", "Compliance", "creo-compliance"),
            new Invented("rita.realestate", "Rita", "Realestate", "real-estate"));

    private final People people;
    private final Passwords passwords;
    private final MuniflowSettings settings;

    DemoPeople(People people, Passwords passwords, MuniflowSettings settings) {
        this.people = people;
        this.passwords = passwords;
        this.settings = settings;
    }

    /** Returns the new password by sign-in name, in the order of the list. */
    Map<String, String> seed() {
        Map<String, String> made = new LinkedHashMap<>();
        for (Invented person : STAFF) {
            String password = passwords.next();
            settle(person, password);
            made.put(person.id(), password);
        }
        if (settings.adminPassword().isBlank()) {
            String password = passwords.next();
            people.password("admin", password);
            made.put("admin", password);
        }
        return made;
    }

    private void settle(Invented person, String password) {
        if (people.exists(person.id())) {
            people.password(person.id(), password);
        } else {
            people.create(person.id(), person.first(), person.last(), password, Set.of(person.group()));
        }
    }
}
