package org.muniflow.server.operator;

import java.util.Map;

/** Who calls: from the environment, or asked at the terminal without showing the password. */
final class SignIn {

    private static final String ADMINISTRATOR = "admin";

    private final Map<String, String> environment;

    SignIn(Map<String, String> environment) {
        this.environment = environment;
    }

    CityClient at(int port) {
        String user = environment.getOrDefault("MUNIFLOW_USER", "");
        String password = environment.getOrDefault("MUNIFLOW_PASSWORD", "");
        if (!password.isEmpty()) {
            return new CityClient(port, user.isEmpty() ? ADMINISTRATOR : user, password.toCharArray());
        }
        java.io.Console terminal = System.console();
        if (terminal == null) {
            throw new Unable(
                    Unable.SIGN_IN,
                    "Say who you are: set MUNIFLOW_USER and MUNIFLOW_PASSWORD, or call this in a terminal.");
        }
        if (user.isEmpty()) {
            String said = terminal.readLine("User (%s): ", ADMINISTRATOR);
            user = said == null || said.isBlank() ? ADMINISTRATOR : said.strip();
        }
        char[] typed = terminal.readPassword("Password of %s: ", user);
        if (typed == null || typed.length == 0) {
            throw new Unable(Unable.SIGN_IN, "Without a password nothing is done.");
        }
        return new CityClient(port, user, typed);
    }
}
