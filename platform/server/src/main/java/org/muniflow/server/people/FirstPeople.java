package org.muniflow.server.people;

import java.util.Set;
import org.muniflow.server.MuniflowSettings;
import org.springframework.stereotype.Component;

/** Sets up groups at every start, and on a fresh database the one administrator. */
@Component
public final class FirstPeople {

    private static final String ADMIN = "admin";

    private final People people;
    private final Passwords passwords;
    private final MuniflowSettings settings;

    FirstPeople(People people, Passwords passwords, MuniflowSettings settings) {
        this.people = people;
        this.passwords = passwords;
        this.settings = settings;
    }

    /** Creates what is missing. A generated password is printed once, on the console and nowhere else. */
    public void settle() {
        people.administrators();
        settings.groups().forEach(people::group);
        if (!people.nobody()) {
            return;
        }
        String given = settings.adminPassword();
        boolean generated = given.isBlank();
        String password = generated ? passwords.next() : given;
        people.create(ADMIN, "City", "Administrator", password, Set.of(settings.adminGroup()));
        // The demonstration gives the administrator a new password at every start and prints that one.
        if (generated && !settings.demo()) {
            Console.print("Administrator: name " + ADMIN + ", password " + password
                    + "   (printed this once; change it at /admin/users)");
        }
    }
}
