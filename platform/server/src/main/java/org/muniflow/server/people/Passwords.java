package org.muniflow.server.people;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes passwords that a person can read from a screen and type. */
@Component
public final class Passwords {

    /** Without characters that look alike. */
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();

    /**
     * Makes a password.
     *
     * @return 16 characters in four groups
     */
    public String next() {
        return random.ints(16, 0, CHARACTERS.length())
                .mapToObj(at -> String.valueOf(CHARACTERS.charAt(at)))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }
}
