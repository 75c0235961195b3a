package org.muniflow.server.errors;

/** Tells machines' addresses from people's. */
final class Paths {

    private Paths() {}

    static boolean machine(String uri) {
        return uri.startsWith("/api/")
                || uri.equals("/api")
                || uri.startsWith("/engine-rest")
                || uri.startsWith("/camunda/api/")
                || uri.startsWith("/actuator");
    }
}
