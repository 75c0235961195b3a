package org.muniflow.server.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * {@code ./muniflow module VERB …}. It ends with 0 when it is done, 1 when the server refused, 2 when the command is wrong, 3
 * when no server answers, 4 when the sign-in fails.
 */
public final class ModuleCommand {

    private static final String MODULES = "/api/modules";
    private static final Set<String> ACTS = Set.of("start", "stop", "activate", "drain", "retire");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final SignIn signIn;
    private final PrintStream out;

    ModuleCommand(SignIn signIn, PrintStream out) {
        this.signIn = signIn;
        this.out = out;
    }

    /**
     * Runs the command and ends the machine.
     *
     * @param arguments the server's port, the verb, and what the verb is about
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, errors));
    }

    /**
     * Runs the command.
     *
     * @param arguments the server's port, the verb, and what the verb is about
     * @param environment where {@code MUNIFLOW_USER} and {@code MUNIFLOW_PASSWORD} may stand
     * @param out takes what was asked for
     * @param errors takes what went wrong
     * @return how it ends, 0 when it is done
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream errors) {
        try {
            int port = Integer.parseInt(arguments.get(0));
            new ModuleCommand(new SignIn(environment), out).run(port, arguments.subList(1, arguments.size()));
            return 0;
        } catch (Unable unable) {
            errors.println("muniflow: " + unable.getMessage());
            unable.reasons().forEach(reason -> errors.println("  - " + reason));
            return unable.exit();
        }
    }

    private void run(int port, List<String> words) {
        String verb = words.get(0);
        List<String> about = words.subList(1, words.size());
        if (verb.equals("list") || verb.equals("changes")) {
            expect(about.isEmpty(), "'" + verb + "' takes nothing more; see ./muniflow --help.");
            CityClient city = signIn.at(port);
            out.print(verb.equals("list") ? list(city.get(MODULES)) : changes(city.get(MODULES + "/changes")));
        } else if (verb.equals("install")) {
            expect(about.size() == 1, "Name the module's jar: ./muniflow module install JAR");
            Path jar = Path.of(about.get(0));
            expect(Files.isRegularFile(jar), "There is no file " + jar + ".");
            CityClient.Uploaded uploaded = signIn.at(port).upload(MODULES, "jar", jar);
            told(uploaded.body(), uploaded.fresh() ? " is " : " is installed already; it is ");
        } else if (ACTS.contains(verb) || verb.equals("uninstall") || verb.equals("needs")) {
            expect(about.size() == 1, "Name the module: ./muniflow module " + verb + " NAME[@VERSION]");
            one(signIn.at(port), verb, about.get(0));
        } else {
            throw new Unable(Unable.NOT_UNDERSTOOD, "'module " + verb + "' is not known; see ./muniflow --help.");
        }
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Unable(Unable.NOT_UNDERSTOOD, otherwise);
        }
    }

    private void one(CityClient city, String verb, String wanted) {
        JsonNode module = new Meant(city.get(MODULES)).find(verb, wanted);
        String address = MODULES + "/" + module.path("name").asText() + "/"
                + module.path("version").asText();
        if (verb.equals("needs")) {
            needs(Meant.id(module), city.get(address + "/needs"));
        } else if (verb.equals("uninstall")) {
            city.delete(address);
            out.println(Meant.id(module) + " is uninstalled; its records stay.");
        } else {
            told(city.post(address + "/" + verb), " is ");
        }
    }

    private void told(JsonNode module, String is) {
        String reason = module.path("reason").asText("");
        out.println(Meant.id(module) + is + module.path("state").asText() + (reason.isEmpty() ? "." : ": " + reason));
    }

    private void needs(String id, JsonNode needs) {
        if (needs.isEmpty()) {
            out.println("Nothing needs " + id + ".");
            return;
        }
        List<String> retiring = new ArrayList<>();
        List<String> uninstalling = new ArrayList<>();
        needs.forEach(need -> (need.path("keepsFromRetiring").asBoolean() ? retiring : uninstalling)
                .add(need.path("sentence").asText()));
        print(id + " may not retire yet:", retiring);
        print(id + " may not be uninstalled yet:", uninstalling);
    }

    private void print(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.println(heading);
            sentences.forEach(sentence -> out.println("  - " + sentence));
        }
    }

    private static String list(JsonNode modules) {
        if (modules.isEmpty()) {
            return "No module is installed; ./muniflow module install JAR installs one.\n";
        }
        Columns table = new Columns("MODULE", "VERSION", "STATE", "SINCE", "BY", "NODES");
        for (JsonNode module : modules) {
            String reason = module.path("reason").asText("");
            table.row(
                    reason.isEmpty() ? List.of() : List.of(reason),
                    module.path("name").asText(),
                    module.path("version").asText(),
                    module.path("state").asText(),
                    minute(module.path("changedAt")),
                    module.path("changedBy").asText(),
                    String.join(
                            ", ",
                            StreamSupport.stream(module.path("nodes").spliterator(), false)
                                    .map(node -> node.path("node").asText())
                                    .toList()));
        }
        return table.text();
    }

    private static String changes(JsonNode changes) {
        if (changes.isEmpty()) {
            return "Nothing has been done with modules yet.\n";
        }
        Columns table = new Columns("WHEN", "BY", "MODULE", "ACT", "OUTCOME");
        for (JsonNode change : changes) {
            table.row(
                    List.of(),
                    minute(change.path("at")),
                    change.path("by").asText(),
                    Meant.id(change),
                    change.path("act").asText(),
                    change.path("outcome").asText());
        }
        return table.text();
    }

    /** The server answers in the city's time, as its pages show it. */
    private static String minute(JsonNode moment) {
        return MINUTES.format(OffsetDateTime.parse(moment.asText()));
    }
}
