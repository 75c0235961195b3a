package org.muniflow.casework.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.JournalCheck.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the kept steps of finished cases with the lines that tell their hashes. */
final class KeptTrailCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    KeptTrailCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(
            long seal,
            long line,
            String caseNumber,
            @Nullable String detail) {}

    /** Compares those whose lines were sealed between two seals; of a case that was kept again, the last line counts. */
    void check(long after, long to, List<Finding> findings) {
        List<Kept> lines = jdbc.sql("select s.seal_number, j.id, j.case_number, j.detail from muniflow.journal_seal s"
                        + " join muniflow.journal j on j.id = s.journal_id"
                        + " where s.seal_number > ? and s.seal_number <= ? and j.kind = 'KEPT'"
                        + " and not exists (select 1 from muniflow.journal k where k.case_number = j.case_number"
                        + " and k.kind = 'KEPT' and k.id > j.id) order by s.seal_number")
                .params(after, to)
                .query((row, number) -> new Kept(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
        for (Kept kept : lines) {
            TrailProof there = there(kept.caseNumber());
            if (there.isEmpty()) {
                findings.add(finding(kept, "The kept steps of case " + kept.caseNumber() + " are gone."));
            } else if (!there.hash().equals(hash(kept.detail()))) {
                findings.add(finding(
                        kept,
                        "The kept steps of case " + kept.caseNumber()
                                + " are not those that were kept: they were changed afterwards."));
            }
        }
    }

    /** Finds kept steps that no line tells of. */
    void untold(int most, List<Finding> findings) {
        jdbc.sql("select distinct t.case_number from muniflow.case_trail t where not exists (select 1 from"
                        + " muniflow.journal j where j.case_number = t.case_number and j.kind = 'KEPT')"
                        + " order by t.case_number fetch first " + most + " rows only")
                .query(String.class)
                .list()
                .forEach(number -> findings.add(new Finding(
                        0, null, "case " + number, "Steps of case " + number + " were put in that nobody kept.")));
    }

    private TrailProof there(String caseNumber) {
        TrailProof proof = new TrailProof(caseNumber);
        jdbc.sql("select part, steps, kept_at from muniflow.case_trail where case_number = ? order by part")
                .param(caseNumber)
                .query(row -> {
                    proof.part(row.getInt(1), row.getString(2), row.getObject(3, OffsetDateTime.class));
                });
        return proof;
    }

    private static String hash(@Nullable String detail) {
        try {
            return detail == null ? "" : JSON.readTree(detail).path("sha256").asText();
        } catch (JsonProcessingException broken) {
            return "";
        }
    }

    private static Finding finding(Kept kept, String what) {
        return new Finding(kept.seal(), kept.line(), "case " + kept.caseNumber(), what);
    }
}
