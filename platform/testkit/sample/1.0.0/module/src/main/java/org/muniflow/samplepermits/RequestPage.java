package org.muniflow.samplepermits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.Visit;

/** The record of a request; its address can be corrected. */
final class RequestPage implements RecordPage<AddressForm> {

    private final Requests requests;

    RequestPage(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String key() {
        return "request";
    }

    @Override
    public String title() {
        return "Permit request";
    }

    @Override
    public Class<AddressForm> form() {
        return AddressForm.class;
    }

    @Override
    public Set<String> readers() {
        return Set.of(SamplePermitsModule.CLERKS);
    }

    @Override
    public Set<String> editors() {
        return readers();
    }

    @Override
    public View show(String recordId, Visit visit) {
        Request request = requests.get(recordId);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Status", request.status().name().toLowerCase(java.util.Locale.ROOT));
        facts.put("Received on", request.receivedOn().toString());
        facts.put("Days", String.valueOf(request.days()));
        facts.put(
                "Fee",
                request.fee() == null ? "not assessed yet" : "$" + request.fee().toPlainString());
        return new View(request.applicant(), Map.of("facts", facts), new AddressForm(request.street(), request.city()));
    }

    @Override
    public Saved submit(String recordId, AddressForm form, Visit visit) {
        requests.move(recordId, form.street(), form.city());
        return Saved.here("Address saved.");
    }
}
