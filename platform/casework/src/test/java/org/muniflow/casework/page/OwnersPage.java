package org.muniflow.casework.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.api.page.Visit;

final class OwnersPage implements RecordPage<OwnerForm> {

    final List<OwnerForm> saved = new ArrayList<>();
    final List<String> files = new ArrayList<>();

    @Override
    public String key() {
        return "owners";
    }

    @Override
    public String title() {
        return "Owners";
    }

    @Override
    public Class<OwnerForm> form() {
        return OwnerForm.class;
    }

    @Override
    public Set<String> readers() {
        return Set.of("creo-director");
    }

    @Override
    public Set<String> editors() {
        return Set.of("creo-analyst");
    }

    @Override
    public View show(String recordId, Visit visit) {
        if (recordId.equals("missing")) {
            throw new UnknownRecord(recordId);
        }
        return new View("Firm <b>&</b> Sons", Map.of("owners", saved), saved.isEmpty() ? null : saved.get(0));
    }

    @Override
    public Saved submit(String recordId, OwnerForm form, Visit visit) {
        if (form.name().equals("Nobody")) {
            throw new Rejected("name", "Name a person");
        }
        saved.add(form);
        for (var file : visit.files()) {
            try (var content = file.content().open()) {
                files.add(file.name() + ":"
                        + new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return visit.action().equals("finish")
                ? new Saved("Owner saved.", "/records/trial/firm/" + recordId)
                : Saved.here("Owner saved.");
    }
}
