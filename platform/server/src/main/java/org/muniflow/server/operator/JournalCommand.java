package org.muniflow.server.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./muniflow journal verify [ANCHOR]}. It ends with 0 when the journal is as it was sealed, 1 when it is not or the
 * server refused, 2 when the command is wrong, 3 when no server answers, 4 when the sign-in fails.
 */
public final class JournalCommand {

    private static final int MOST = 20;

    private final CityClient city;
    private final PrintStream out;

    JournalCommand(CityClient city, PrintStream out) {
        this.city = city;
        this.out = out;
    }

    /**
     * Runs the command and ends the machine.
     *
     * @param arguments the server's port, {@code verify}, and an anchor if there is one
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, errors));
    }

    /**
     * Runs the command.
     *
     * @param arguments the server's port, {@code verify}, and an anchor if there is one
     * @param environment where {@code MUNIFLOW_USER} and {@code MUNIFLOW_PASSWORD} may stand
     * @param out takes the result
     * @param errors takes what went wrong
     * @return how it ends, 0 when the journal is as it was sealed
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream errors) {
        try {
            List<String> words = arguments.subList(1, arguments.size());
            if (words.isEmpty() || !words.get(0).equals("verify") || words.size() > 2) {
                throw new Unable(Unable.NOT_UNDERSTOOD, "Say ./muniflow journal verify [ANCHOR]");
            }
            String anchor = words.size() == 2 ? words.get(1) : "";
            if (!anchor.isEmpty() && !anchor.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
                throw new Unable(
                        Unable.NOT_UNDERSTOOD,
                        "'" + anchor + "' is no anchor; give one as an earlier check printed it.");
            }
            CityClient city = new SignIn(environment).at(Integer.parseInt(arguments.get(0)));
            new JournalCommand(city, out).verify(anchor);
            return 0;
        } catch (Unable unable) {
            errors.println("muniflow: " + unable.getMessage());
            unable.reasons().forEach(reason -> errors.println("  - " + reason));
            return unable.exit();
        }
    }

    private void verify(String anchor) {
        List<String> wrong = new ArrayList<>();
        String more = anchor.isEmpty() ? "" : "&anchor=" + anchor;
        JsonNode page = city.get("/api/journal/verify?after=0" + more);
        read(page, wrong);
        while (!page.path("complete").asBoolean()) {
            page = city.get("/api/journal/verify?after=" + page.path("to").asLong() + "&until="
                    + page.path("until").asLong() + more);
            read(page, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Unable(
                    Unable.REFUSED,
                    "The journal is not as it was sealed. What is wrong, the first first:",
                    wrong.subList(0, Math.min(MOST, wrong.size())));
        }
        out.println("The journal is as it was sealed: " + page.path("until").asLong() + " lines.");
        long tail = page.path("tail").path("lines").asLong();
        out.println(
                tail == 0
                        ? "No line waits for its seal."
                        : tail + (tail == 1 ? " line waits" : " lines wait") + " for the seal, the oldest since "
                                + page.path("tail").path("oldest").asText() + ".");
        out.println("Anchor " + page.path("anchor").asText());
        out.println(
                "Keep the anchor outside of this machine: ./muniflow journal verify ANCHOR proves later that nothing"
                        + " up to it was written anew.");
    }

    private static void read(JsonNode page, List<String> wrong) {
        page.path("findings").forEach(finding -> wrong.add(finding.path("what").asText()));
    }
}
