package org.muniflow.server.operator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.server.backup.Backups;
import org.muniflow.server.backup.Backups.Place;
import org.muniflow.server.backup.NotPossible;

/**
 * {@code ./muniflow backup}, {@code restore} and {@code move}. They end with 0 when it is done, 1 when it was refused, 2 when
 * the command is wrong, 3 when no server answers, 4 when the sign-in fails.
 */
public final class BackupCommand {

    private static final String H2_USER = "muniflow";

    private BackupCommand() {}

    /**
     * Runs the command and ends the machine.
     *
     * @param arguments as {@link #run} takes them
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, errors));
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code backup}, {@code restore} or {@code move}; the data folder; the running server's port or nothing;
     *     the file, but for {@code move}; module jars separated by commas, for {@code restore} and {@code move}
     * @param environment where {@code MUNIFLOW_DB_URL}, {@code MUNIFLOW_DB_USER}, {@code MUNIFLOW_DB_PASSWORD}, {@code
     *     MUNIFLOW_USER} and {@code MUNIFLOW_PASSWORD} may stand
     * @param out takes what was done
     * @param errors takes what went wrong
     * @return how it ends, 0 when it is done
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream errors) {
        try {
            Path data = Path.of(arguments.get(1));
            String port = arguments.get(2);
            String file = arguments.get(3);
            String jars = arguments.get(4);
            switch (arguments.get(0)) {
                case "backup" -> out.println("Saved in " + file + ": " + backup(data, port, file, environment) + ".");
                case "restore" ->
                    out.println("Restored into " + data + ": "
                            + Backups.restore(Path.of(file), place(data, environment), jars)
                            + ". Start it with ./muniflow start.");
                case "move" ->
                    out.println("Moved: " + move(data, environment, jars)
                            + ". Start it with ./muniflow start and the same MUNIFLOW_DB_URL; "
                            + data.resolve("db.mv.db")
                            + " is as it was, and needed no more.");
                default -> throw new Unable(Unable.NOT_UNDERSTOOD, "'" + arguments.get(0) + "' is not known.");
            }
            return 0;
        } catch (NotPossible refused) {
            errors.println("muniflow: " + refused.getMessage());
            refused.reasons().forEach(reason -> errors.println("  - " + reason));
            return Unable.REFUSED;
        } catch (Unable unable) {
            errors.println("muniflow: " + unable.getMessage());
            return unable.exit();
        }
    }

    private static String backup(Path data, String port, String name, Map<String, String> environment) {
        Path file = Path.of(name);
        if (port.isEmpty()) {
            return Backups.make(place(data, environment), file, Clock.systemDefaultZone());
        }
        Path part = Backups.part(file);
        new SignIn(environment).at(Integer.parseInt(port)).download("/api/backup", part);
        return Backups.finish(part, file);
    }

    private static String move(Path data, Map<String, String> environment, String jars) {
        if (environment.getOrDefault("MUNIFLOW_DB_URL", "").isEmpty()) {
            throw new Unable(
                    Unable.NOT_UNDERSTOOD,
                    "Say where to: set MUNIFLOW_DB_URL, MUNIFLOW_DB_USER and MUNIFLOW_DB_PASSWORD of an empty database.");
        }
        Place to = place(data, environment);
        return Backups.move(new Place(null, H2_USER, "", data, to.documents()), to, jars, Clock.systemDefaultZone());
    }

    private static Place place(Path data, Map<String, String> environment) {
        @Nullable String url = environment.get("MUNIFLOW_DB_URL");
        @Nullable String documents = environment.get("MUNIFLOW_DOCUMENTS_FOLDER");
        return new Place(
                url == null || url.isEmpty() ? null : url,
                environment.getOrDefault("MUNIFLOW_DB_USER", H2_USER),
                environment.getOrDefault("MUNIFLOW_DB_PASSWORD", ""),
                data,
                documents == null ? data.resolve("documents") : Path.of(documents));
    }
}
