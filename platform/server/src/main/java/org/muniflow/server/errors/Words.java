package org.muniflow.server.errors;

/** Says a status in words. */
final class Words {

    private Words() {}

    static String heading(int status) {
        return switch (status) {
            case 401 -> "Please sign in";
            case 403 -> "You may not do this";
            case 404 -> "Not found";
            case 409 -> "Somebody was faster";
            case 413 -> "The file is too large";
            case 503 -> "Closed for now";
            default -> status >= 500 ? "Something went wrong" : "This did not work";
        };
    }

    static String of(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read. Check the address and the fields.";
            case 401 -> "Sign in first.";
            case 403 -> "Your groups do not allow this. Ask an administrator if you need it.";
            case 404 -> "There is nothing at this address. Check it, or begin at the start page.";
            case 405 -> "This address does not take this kind of request.";
            case 406, 415 -> "Send and accept application/json here.";
            case 413 -> "The file is larger than the platform accepts.";
            case 429 -> "Too many requests came from your address. Wait a minute and try again.";
            default ->
                status >= 500
                        ? "The platform could not do this. Nothing was saved. Try again; if it happens again, tell an"
                                + " administrator the time and what you did."
                        : "The request was refused.";
        };
    }
}
