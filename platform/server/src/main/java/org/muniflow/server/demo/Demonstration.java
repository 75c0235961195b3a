package org.muniflow.server.demo;

import java.util.Map;
import org.muniflow.server.people.Console;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Seeds the demonstration and tells the person at the console where to go and as whom. */
@Component
public final class Demonstration {

    private final DemoPeople people;
    private final SampleHistory history;
    private final SampleApplications samples;
    private final Environment environment;

    Demonstration(DemoPeople people, SampleHistory history, SampleApplications samples, Environment environment) {
        this.people = people;
        this.history = history;
        this.samples = samples;
        this.environment = environment;
    }

    /** Seeds people and samples; safe to repeat. */
    public void seed() {
        Map<String, String> passwords = people.seed();
        history.seed();
        int taken = samples.seed();
        String base = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        Console.print(" ");
        Console.print("The demo is ready; " + taken + " sample applications came in now. Ctrl-C ends it.");
        Console.print("  Start page  " + base + "/");
        Console.print("  Tasklist    " + base + "/camunda/app/tasklist/");
        Console.print("  Cockpit     " + base + "/camunda/app/cockpit/   (administrator)");
        Console.print("  Directory   " + base + "/directory   (public)");
        Console.print("  People      " + base + "/admin/users   (administrator)");
        Console.print("  Modules     " + base + "/admin/modules   (administrator)");
        Console.print(" ");
        Console.print("Sign in as (passwords are new at every start of the demo):");
        passwords.forEach((name, password) -> Console.print(String.format("  %-18s %s", name, password)));
    }
}
