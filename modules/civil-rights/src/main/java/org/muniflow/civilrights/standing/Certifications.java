package org.muniflow.civilrights.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The certifications of firms. */
public final class Certifications {

    private final Table<Certification> table;
    private final Table<Certification.Line> lines;

    /**
     * Opens the certifications.
     *
     * @param tables the schema
     */
    public Certifications(Tables tables) {
        this.table = tables.of("certification", Certification.class);
        this.lines = tables.of("certification_naics", Certification.Line.class);
    }

    /**
     * Issues a certification with its types of work.
     *
     * @param firmId the firm
     * @param applicationId the application
     * @param program the program
     * @param certifiedOn the certification date
     * @param expiresOn its last day; null if it does not expire
     * @param naics the NAICS codes
     * @param by who certifies
     * @return the certification
     */
    public Certification issue(
            String firmId,
            String applicationId,
            Program program,
            LocalDate certifiedOn,
            @Nullable LocalDate expiresOn,
            List<String> naics,
            String by) {
        Certification issued = table.insert(
                new Certification(
                        Table.newId(),
                        firmId,
                        applicationId,
                        program.name(),
                        certifiedOn,
                        expiresOn,
                        Certification.Status.ACTIVE,
                        by),
                by);
        for (String code : naics) {
            lines.insert(new Certification.Line(Table.newId(), issued.id(), code, certifiedOn, "ACTIVE"), by);
        }
        return issued;
    }

    /**
     * Returns a firm's certifications, oldest first.
     *
     * @param firmId the firm
     * @return the certifications; may be empty
     */
    public List<Certification> ofFirm(String firmId) {
        return table.where("firm_id", firmId);
    }

    /**
     * Returns the certifications issued on an application, oldest first.
     *
     * @param applicationId the application
     * @return the certifications; may be empty
     */
    public List<Certification> ofApplication(String applicationId) {
        return table.where("application_id", applicationId);
    }

    /**
     * Returns the types of work of a certification.
     *
     * @param certificationId the certification
     * @return the types of work
     */
    public List<Certification.Line> lines(String certificationId) {
        return lines.where("certification_id", certificationId);
    }

    /**
     * Tells whether the city currently certifies the firm (KCMO Code § 3-461(r)(1)).
     *
     * @param firmId the firm
     * @param day the day
     * @return true if any certification is in force on that day
     */
    public boolean currentlyCertified(String firmId, LocalDate day) {
        return ofFirm(firmId).stream().anyMatch(certification -> certification.inForceOn(day));
    }
}
