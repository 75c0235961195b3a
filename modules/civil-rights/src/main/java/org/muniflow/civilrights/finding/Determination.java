package org.muniflow.civilrights.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding on one criterion, by a rule or by a person (KCMO Code § 3-461(i)-(m)).
 *
 * @param id the id
 * @param applicationId the application
 * @param criterion what was looked at
 * @param program the program, a name of {@link org.muniflow.civilrights.file.Program}; null for all
 * @param naics the NAICS code; null for all types of work
 * @param ownerId the owner; null if it is about the firm
 * @param kind by a rule or by a person
 * @param standardOfProof the standard applied (§ 3-461(i))
 * @param met whether the firm met it
 * @param outcome the rule's word, for example {@code NOT_MET}; null for a person's finding
 * @param reasonCodes the reason codes; empty when met
 * @param reasons the reasons in words
 * @param evidenceDocumentIds the documents considered
 * @param ruleIds the rules that answered, for example {@code R-221}
 * @param cites the sections
 * @param decidedBy the user, or the process step
 * @param decidedOn the day
 * @param supersededBy the later finding that replaced it; null while it stands
 */
public record Determination(
        String id,
        String applicationId,
        Criterion criterion,
        @Nullable String program,
        @Nullable String naics,
        @Nullable String ownerId,
        Kind kind,
        StandardOfProof standardOfProof,
        boolean met,
        @Nullable String outcome,
        List<String> reasonCodes,
        String reasons,
        List<String> evidenceDocumentIds,
        List<String> ruleIds,
        String cites,
        String decidedBy,
        LocalDate decidedOn,
        @Nullable String supersededBy) {

    /** What is looked at. */
    public enum Criterion {
        /** Minority or woman status (§ 3-461(j)). */
        STATUS("Minority or woman status", "KCMO Code § 3-461(j)"),
        /** Real and substantial presence (§ 3-461(d)). */
        PRESENCE("Real and substantial presence", "KCMO Code § 3-461(d)"),
        /** Business size (§ 3-461(k)). */
        SIZE("Business size", "KCMO Code § 3-461(k)"),
        /** Personal net worth (§ 3-461(c)). */
        PNW("Personal net worth", "KCMO Code § 3-461(c)"),
        /** Ownership (§ 3-461(l)). */
        OWNERSHIP("Ownership", "KCMO Code § 3-461(l)"),
        /** Control (§ 3-461(m)). */
        CONTROL("Control", "KCMO Code § 3-461(m)"),
        /** Independence (§ 3-461(m)(1)). */
        INDEPENDENCE("Independence", "KCMO Code § 3-461(m)(1)"),
        /** Management (§ 3-461(m)(3)-(6)). */
        MANAGEMENT("Management", "KCMO Code § 3-461(m)(3)"),
        /** Skill and expertise (§ 3-461(f)). */
        EXPERTISE("Skill and expertise", "KCMO Code § 3-461(f)"),
        /** Commercially useful function (§ 3-421(a)(11)). */
        CUF("Commercially useful function", "KCMO Code § 3-421(a)(11)"),
        /** Evidence of earlier discrimination (§ 3-461(b)). */
        DISCRIMINATION_EVIDENCE("Evidence of past discrimination", "KCMO Code § 3-461(b)"),
        /** Required documents (§ 3-461(g)). */
        DOCUMENTS("Required documents", "KCMO Code § 3-461(g)"),
        /** Cooperation (§ 3-461(m)(19)). */
        COOPERATION("Cooperation", "KCMO Code § 3-461(m)(19)"),
        /** Earlier revocations, suspensions, graduations and bars (§ 3-461(h), (r)-(u)). */
        HISTORY("Earlier standing of the owners", "KCMO Code § 3-461(t)"),
        /** Mentor/protégé, by recorded criteria (§ 3-421(a)(32)). */
        MENTOR_PROTEGE("Mentor/protégé criteria", "KCMO Code § 3-421(a)(32)");

        private final String title;
        private final String cites;

        Criterion(String title, String cites) {
            this.title = title;
            this.cites = cites;
        }

        /**
         * Returns the criterion in plain words.
         *
         * @return the words
         */
        public String title() {
            return title;
        }

        /**
         * Returns the section that sets it.
         *
         * @return the citation
         */
        public String cites() {
            return cites;
        }
    }

    /** Who found it. */
    public enum Kind {
        /** A rule, from the file's data. */
        MACHINE,
        /** A person. */
        HUMAN
    }

    /** How strongly it must be shown (§ 3-461(i), (l)(7), (m)(11)). */
    public enum StandardOfProof {
        /** More likely than not. */
        PREPONDERANCE,
        /** Clear and convincing evidence. */
        CLEAR_AND_CONVINCING
    }
}
