package org.muniflow.samplepermits;

import java.time.LocalDate;
import org.muniflow.api.casework.CaseCorrections;
import org.muniflow.samplepermits.Request.Status;

/** Sets the record when staff end its case against its course. */
final class RequestCorrected implements CaseCorrections {

    private final Requests requests;

    RequestCorrected(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void voided(Correction correction) {
        requests.end(correction.recordId(), Status.VOID);
    }

    @Override
    public void withdrawn(Correction correction, LocalDate receivedOn) {
        requests.end(correction.recordId(), Status.WITHDRAWN);
    }
}
