package org.muniflow.samplepermits;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.intake.Intake;
import org.muniflow.samplepermits.Request.Status;

/** Takes requests from the public, files them, and starts their cases. */
final class RequestIntake implements Intake<PermitRequest> {

    private final Requests requests;
    private final Cases cases;

    RequestIntake(Requests requests, Cases cases) {
        this.requests = requests;
        this.cases = cases;
    }

    @Override
    public String key() {
        return SamplePermitsModule.REQUEST;
    }

    @Override
    public String title() {
        return "Ask for a permit";
    }

    @Override
    public Class<PermitRequest> input() {
        return PermitRequest.class;
    }

    @Override
    public Receipt accept(PermitRequest sent, LocalDate receivedOn) {
        Request request = new Request(
                UUID.randomUUID().toString(),
                sent.applicant(),
                sent.street(),
                sent.city(),
                sent.days(),
                receivedOn,
                Status.RECEIVED,
                null);
        requests.add(request);
        String caseNumber = cases.start(
                SamplePermitsModule.REQUEST,
                request.id(),
                request.applicant(),
                receivedOn,
                Map.of("requestId", request.id(), "receivedOn", receivedOn.toString()));
        requests.inCase(request.id(), caseNumber);
        return new Receipt(caseNumber, request.id(), receivedOn, "We received your request and will decide on it.");
    }
}
