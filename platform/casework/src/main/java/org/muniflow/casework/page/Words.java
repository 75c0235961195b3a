package org.muniflow.casework.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.cases.CaseHistory;

/**
 * Dates and codes the way a page prints them.
 *
 * @param zone the city's time zone
 */
record Words(ZoneId zone) {

    static final Map<String, String> STATES = states();

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("userTask", "Task"),
            Map.entry("serviceTask", "Automatic step"),
            Map.entry("businessRuleTask", "Decision table"),
            Map.entry("callActivity", "Called process"),
            Map.entry("startEvent", "Start"),
            Map.entry("messageStartEvent", "Start"),
            Map.entry("noneEndEvent", "End"),
            Map.entry("errorEndEvent", "End"),
            Map.entry("intermediateMessageCatch", "Message"),
            Map.entry("intermediateTimer", "Date"),
            Map.entry("boundaryTimer", "Date"),
            Map.entry("boundaryMessage", "Message"),
            Map.entry("boundaryError", "Exception"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    /** A date, for example {@code Mar 9, 2026}. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** The city's date of a moment. */
    public String day(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : DAY.format(moment.atZoneSameInstant(zone));
    }

    /** A moment in the city's time, for example {@code Mar 9, 2026, 3:04 PM}. */
    public String time(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : TIME.format(moment.atZoneSameInstant(zone));
    }

    /** Tells whether a moment is over. */
    public boolean over(@Nullable OffsetDateTime moment, Instant now) {
        return moment != null && moment.toInstant().isBefore(now);
    }

    /** A code in words, for example {@code Certified mail} for {@code CERTIFIED_MAIL}. */
    public String code(@Nullable Object code) {
        return code == null ? "" : FormShape.words(code.toString());
    }

    /** What a case has come to: its outcome, or that it is open. */
    public String stands(CaseFiles.Row file) {
        String outcome = file.outcome();
        return outcome != null ? outcome : code(file.state());
    }

    /** What kind of step an element of a model is. */
    public String kind(CaseHistory.Step step) {
        return KINDS.getOrDefault(step.elementType(), "Step");
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("OPEN", "Open");
        states.put("ENDED", "Ended");
        return states;
    }
}
