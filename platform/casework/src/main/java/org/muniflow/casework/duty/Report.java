package org.muniflow.casework.duty;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report that is owed or was delivered.
 *
 * @param id its id
 * @param module the module that declares the duty
 * @param dutyId the duty
 * @param number which report of this duty it is, beginning with 1
 * @param title the duty's title
 * @param cites the section that asks for it
 * @param addressee to whom it is owed
 * @param preparers the groups that take and deliver it
 * @param signers the groups that sign it
 * @param escalation the groups that hear of it when it is late
 * @param coversFrom the first day that it covers
 * @param coversTo the last day that it covers; null unless it is on a period
 * @param dueOn its last day
 * @param pressingOn from when on it is shown as pressing
 * @param why why it is due then
 * @param state where it is
 * @param asOf the day for which it was taken; null before
 * @param takenAt when it was taken; null before
 * @param takenBy who took it; null before
 * @param documentId the document that holds it; null before
 * @param sha256 the document's hash; null before
 * @param signedAt when it was signed; null before
 * @param signedBy who signed it; null before
 * @param deliveredOn when it was delivered; null before
 * @param deliveredHow how it was delivered; null before
 * @param deliveredBy who recorded that; null before
 * @param proofId the document that proves it; null if there is none
 * @param printed its printed form; null before it is taken
 * @param late what was told of its being late; null unless it was
 */
public record Report(
        String id,
        String module,
        String dutyId,
        int number,
        String title,
        String cites,
        String addressee,
        Set<String> preparers,
        Set<String> signers,
        Set<String> escalation,
        LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        LocalDate dueOn,
        LocalDate pressingOn,
        String why,
        State state,
        @Nullable LocalDate asOf,
        @Nullable OffsetDateTime takenAt,
        @Nullable String takenBy,
        @Nullable String documentId,
        @Nullable String sha256,
        @Nullable OffsetDateTime signedAt,
        @Nullable String signedBy,
        @Nullable LocalDate deliveredOn,
        @Nullable String deliveredHow,
        @Nullable String deliveredBy,
        @Nullable String proofId,
        @Nullable Printed printed,
        @Nullable Late late) {

    /** A printed report: the document, and its hash. */
    public record Printed(String documentId, String sha256) {}

    /**
     * What was told of a late report.
     *
     * @param since when it was told to the groups that hear of it
     * @param seenAt when one of them said to have seen it; null before
     * @param seenBy who said so; null before
     */
    public record Late(
            OffsetDateTime since,
            @Nullable OffsetDateTime seenAt,
            @Nullable String seenBy) {}

    /** Where a report is. */
    public enum State {
        /** It is owed. */
        OPEN,
        /** What it holds is kept; it waits for a signature. */
        TAKEN,
        /** It is signed and waits for its delivery. */
        SIGNED,
        /** It was delivered. */
        DELIVERED
    }

    /** How pressing a report is. */
    public enum Urgency {
        /** There is time. */
        CALM("open"),
        /** Its last day is near. */
        PRESSING("due soon"),
        /** Its last day is over. */
        LATE("late"),
        /** It was delivered in time. */
        DONE("delivered"),
        /** It was delivered, but late. */
        DONE_LATE("delivered late");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        /**
         * Returns the urgency for people.
         *
         * @return one or two words in lower case
         */
        public String words() {
            return words;
        }
    }

    /**
     * Tells how pressing it is.
     *
     * @param today the city's date
     * @return the urgency
     */
    public Urgency urgency(LocalDate today) {
        if (deliveredOn != null) {
            return deliveredOn.isAfter(dueOn) ? Urgency.DONE_LATE : Urgency.DONE;
        }
        if (today.isAfter(dueOn)) {
            return Urgency.LATE;
        }
        return today.isBefore(pressingOn) ? Urgency.CALM : Urgency.PRESSING;
    }
}
