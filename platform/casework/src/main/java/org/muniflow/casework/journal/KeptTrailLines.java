package org.muniflow.casework.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.schema.SchemaStep;

/** Has the journal tell the hashes of steps that were kept before it told any, so that they are sealed from now on. */
final class KeptTrailLines extends SchemaStep {

    private final Clock clock;

    KeptTrailLines(Clock clock) {
        super("330", "kept trail lines");
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement();
                PreparedStatement line = context.getConnection()
                        .prepareStatement(
                                "insert into muniflow.journal (case_number, kind, what, cites, written_at, detail)"
                                        + " values (?, 'KEPT', 'The steps of the ended case that were kept before are sealed from"
                                        + " now on.', '', ?, ?)")) {
            statement.setFetchSize(50);
            try (ResultSet row =
                    statement.executeQuery("select case_number, part, steps, kept_at from muniflow.case_trail"
                            + " order by case_number, part")) {
                String present = null;
                TrailProof proof = null;
                while (row.next()) {
                    String caseNumber = row.getString(1);
                    if (proof == null || !caseNumber.equals(present)) {
                        add(line, present, proof);
                        proof = new TrailProof(caseNumber);
                        present = caseNumber;
                    }
                    proof.part(row.getInt(2), row.getString(3), row.getObject(4, OffsetDateTime.class));
                }
                add(line, present, proof);
            }
        }
    }

    private void add(PreparedStatement line, @Nullable String caseNumber, @Nullable TrailProof proof)
            throws SQLException {
        if (caseNumber == null || proof == null) {
            return;
        }
        line.setString(1, caseNumber);
        line.setObject(2, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS));
        line.setString(3, "{\"sha256\":\"" + proof.hash() + "\"}");
        line.executeUpdate();
    }
}
