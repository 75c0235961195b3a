package org.muniflow.kernel.modules;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Says what is wrong with a module's migrations, without a value of any row. */
final class MigrationProblems {

    private static final int LONGEST = 400;

    private MigrationProblems() {}

    /** Says how the jar's migrations differ from those that its schema has seen. */
    static List<String> of(ValidateResult result) {
        return result.validationSuccessful
                ? List.of()
                : result.invalidMigrations.stream()
                        .map(MigrationProblems::differing)
                        .toList();
    }

    private static String differing(ValidateOutput migration) {
        String name = "Migration V" + migration.version + " (" + migration.description + ")";
        if (migration.errorDetails.errorCode instanceof CoreErrorCode code) {
            switch (code) {
                case CHECKSUM_MISMATCH, DESCRIPTION_MISMATCH, TYPE_MISMATCH -> {
                    return name
                            + " has been applied and is not the same in this jar; take it back as it was, and put the"
                            + " change into a new migration with a higher number.";
                }
                case APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED -> {
                    return name + " has been applied and is not in this jar; keep every migration of earlier versions.";
                }
                case RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED -> {
                    return name
                            + " is new, but a migration with a higher number has been applied; give it the next free"
                            + " number.";
                }
                default -> {}
            }
        }
        return name + " is refused: " + line(migration.errorDetails.errorMessage);
    }

    /** Says which statement of which migration failed, and why. */
    static String of(Throwable failure) {
        Optional<String> place = chain(failure)
                .filter(FlywaySqlScriptException.class::isInstance)
                .map(FlywaySqlScriptException.class::cast)
                .findFirst()
                .map(broken -> "Migration "
                        + (broken.getResource() == null
                                ? "file"
                                : broken.getResource().getFilename())
                        + " fails in line " + broken.getLineNumber() + ": ");
        String why = chain(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner)
                .map(MigrationProblems::withoutValues)
                .orElseGet(() -> line(String.valueOf(failure.getMessage())));
        return place.orElse("The module's migrations fail: ") + why
                + " The schema is as it was; correct the migration and install the module again.";
    }

    // Databases repeat the rows' values, which may be somebody's data, in what they say about them.
    private static String withoutValues(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        String said = line(message.split("; SQL statement:|\n", 2)[0]);
        if (state.startsWith("22")) {
            said = said.replaceAll("'[^']*'|\"[^\"]*\"", "'…'");
        }
        if (state.startsWith("23")) {
            said = said.replaceAll("\\s*VALUES \\(.*", "").replaceAll("\\s*\\([^()]*\\)\"$", "\"");
        }
        return said + " (SQL state " + state + ").";
    }

    private static String line(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
