package org.muniflow.casework.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.page.Keeping;

/** Says on the case page until when the record is kept, whether a hold keeps it, and whether it is gone. */
final class CaseKeeping implements Keeping {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private final Retention retention;
    private final LegalHolds holds;
    private final Disposals disposals;
    private final Keepers keepers;
    private final ZoneId city;

    CaseKeeping(Retention retention, LegalHolds holds, Disposals disposals, Keepers keepers, ZoneId city) {
        this.retention = retention;
        this.holds = holds;
        this.disposals = disposals;
        this.keepers = keepers;
        this.city = city;
    }

    @Override
    public Said of(CaseFiles.Row file) {
        return new Said(until(file), keepers.mayHold());
    }

    private String until(CaseFiles.Row file) {
        if (file.endedAt() == null) {
            return holds.holds(file.caseNumber()) ? "a legal hold keeps it" : "";
        }
        OffsetDateTime gone = disposals.disposedAt(file.caseNumber()).orElse(null);
        if (gone != null) {
            return "disposed of " + DAY.format(gone.atZoneSameInstant(city));
        }
        Retention.Kept kept = retention.of(file).orElse(null);
        Retention.SetPeriod period = kept == null ? null : kept.period();
        LocalDate until = kept == null ? null : kept.until();
        String words = period == null || until == null
                ? "for ever: the city has set no period"
                : "until " + DAY.format(until) + " (" + period.words() + ", " + period.authority() + ")";
        return holds.holds(file.caseNumber()) ? "a legal hold keeps it; otherwise " + words : words;
    }
}
