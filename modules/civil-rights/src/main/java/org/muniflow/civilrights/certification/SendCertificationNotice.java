package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.review.LetterWords;
import org.muniflow.civilrights.review.Letters;
import org.muniflow.civilrights.standing.Certification;
import org.muniflow.civilrights.standing.Certifications;

/** Tells the firm its certifications, types of work and expiry. */
@Offered(title = "Send certification notice", cites = "KCMO Code § 3-461(n); KCMO Code § 3-461(o)")
final class SendCertificationNotice implements Delegate<SendCertificationNotice.Input, Nothing> {

    private final ApplicationFiles files;
    private final Certifications certifications;
    private final ReferenceData reference;
    private final Letters letters;

    SendCertificationNotice(
            ApplicationFiles files, Certifications certifications, ReferenceData reference, Letters letters) {
        this.files = files;
        this.certifications = certifications;
        this.reference = reference;
        this.letters = letters;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param certifiedOn the certification date
     * @param expiresOn the last day of the certification
     */
    record Input(String applicationId, LocalDate certifiedOn, LocalDate expiresOn) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        List<Certification> issued = certifications.ofApplication(input.applicationId());
        List<Map<String, String>> work = issued.stream()
                .flatMap(one -> certifications.lines(one.id()).stream())
                .map(Certification.Line::code)
                .distinct()
                .map(code -> Map.of("code", code, "title", title(code, input.certifiedOn())))
                .toList();
        letters.send(
                context,
                "certification",
                "Certification",
                Channel.MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("certificateNumber", context.caseNumber())
                        .with(
                                "certifications",
                                issued.stream()
                                        .map(one -> Program.valueOf(one.program()))
                                        .map(program -> LetterWords.of(
                                                program,
                                                program.title(),
                                                file.firm().letterLanguage()))
                                        .toList())
                        .with("certifiedOn", input.certifiedOn())
                        .with("expiresOn", input.expiresOn())
                        .with("naics", work),
                "KCMO Code § 3-461(n)",
                null);
        return Nothing.NOTHING;
    }

    private String title(String code, LocalDate on) {
        return reference.naics(code, on).map(ReferenceData.NaicsCode::title).orElse(code);
    }
}
