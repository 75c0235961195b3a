package org.muniflow.server.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./muniflow documents verify}. It ends with 0 when every document's file is there and unaltered, 1 when not or the
 * server refused, 2 when the command is wrong, 3 when no server answers, 4 when the sign-in fails.
 */
public final class DocumentsCommand {

    private static final String ADDRESS = "/api/documents/integrity?after=";
    private static final int MOST = 20;

    private DocumentsCommand() {}

    /**
     * Runs the command and ends the machine.
     *
     * @param arguments the server's port and {@code verify}
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, errors));
    }

    /**
     * Runs the command.
     *
     * @param arguments the server's port and {@code verify}
     * @param environment where {@code MUNIFLOW_USER} and {@code MUNIFLOW_PASSWORD} may stand
     * @param out takes the result
     * @param errors takes what went wrong
     * @return how it ends, 0 when the store is whole
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream errors) {
        try {
            if (arguments.size() != 2 || !arguments.get(1).equals("verify")) {
                throw new Unable(Unable.NOT_UNDERSTOOD, "Say ./muniflow documents verify");
            }
            verify(new SignIn(environment).at(Integer.parseInt(arguments.get(0))), out);
            return 0;
        } catch (Unable unable) {
            errors.println("muniflow: " + unable.getMessage());
            unable.reasons().forEach(reason -> errors.println("  - " + reason));
            return unable.exit();
        }
    }

    private static void verify(CityClient city, PrintStream out) {
        List<String> wrong = new ArrayList<>();
        long checked = 0;
        JsonNode page = city.get(ADDRESS);
        while (true) {
            checked += page.path("checked").asLong();
            page.path("findings")
                    .forEach(finding -> wrong.add(finding.path("what").asText()));
            if (page.path("complete").asBoolean()) {
                break;
            }
            page = city.get(ADDRESS + page.path("last").asText());
        }
        if (!wrong.isEmpty()) {
            throw new Unable(
                    Unable.REFUSED,
                    wrong.size() + " of " + checked + " documents are not as they were stored:",
                    wrong.subList(0, Math.min(MOST, wrong.size())));
        }
        out.println("Every document is as it was stored: " + checked + ".");
        long unnamed = page.path("unnamed").asLong();
        if (unnamed > 0) {
            out.println(unnamed + (unnamed == 1 ? " file belongs" : " files belong")
                    + " to no document, left by steps that were rolled back; they do no harm. The first: "
                    + page.path("unnamedFiles").path(0).asText());
        }
    }
}
