package org.muniflow.civilrights;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.ApplicationParties;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.file.Submissions;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.finding.DbeRecognitions;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.standing.Certifications;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.PriorStandings;
import org.muniflow.civilrights.table.Tables;

/** The department's records, on which every process, page and register of the module draws. */
final class Records implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                Tables.class,
                Firms.class,
                Applications.class,
                FileParts.class,
                Submissions.class,
                ApplicationParties.class,
                ApplicationFiles.class,
                Determinations.class,
                Audits.class,
                DbeRecognitions.class,
                Certifications.class,
                Denials.class,
                PriorStandings.class,
                ReferenceData.class);
    }
}
