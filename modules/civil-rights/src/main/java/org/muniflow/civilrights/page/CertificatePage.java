package org.muniflow.civilrights.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.directory.Directory;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.standing.Certification;
import org.muniflow.civilrights.standing.Certifications;

/** What was certified, for how long and for which work; can only be read (KCMO Code § 3-461(a), (n)). */
final class CertificatePage extends ApplicationPage<CertificatePage.Form> {

    private final Certifications certifications;
    private final Directory directory;

    CertificatePage(ApplicationFiles files, Certifications certifications, Directory directory) {
        super("certificate", "Certificate", Form.class, files);
        this.certifications = certifications;
        this.directory = directory;
    }

    /** Nothing can be entered. */
    record Form() {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        return sheet(
                file,
                Map.of(),
                null,
                List.of(
                        Part.of("certifications", "Certifications", "Issued on this application.")
                                .table(
                                        List.of("Program", "Certified on", "Valid through", "Status", "NAICS codes"),
                                        certifications.ofApplication(recordId).stream()
                                                .map(c -> Part.row(
                                                        c.id(),
                                                        Program.valueOf(c.program())
                                                                .title(),
                                                        c.certifiedOn(),
                                                        c.expiresOn(),
                                                        c.status(),
                                                        codes(c)))
                                                .toList(),
                                        "None is issued."),
                        Part.of("listings", "Directory", "Listings of the firm.")
                                .table(
                                        List.of("Program", "Listed from", "Listed to"),
                                        directory.ofFirm(file.firm().id()).stream()
                                                .map(e -> Part.row(e.id(), e.program(), e.listedFrom(), e.listedTo()))
                                                .toList(),
                                        "The firm is not listed.")));
    }

    private String codes(Certification certification) {
        return certifications.lines(certification.id()).stream()
                .map(Certification.Line::code)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        throw new Rejected("", "This page can only be read.");
    }
}
