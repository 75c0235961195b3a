package org.muniflow.civilrights.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;

/**
 * A page of an application file: who may see it, when it may be changed, and how a sheet is put together.
 *
 * @param <F> the form
 */
abstract class ApplicationPage<F extends Record> implements RecordPage<F> {

    static final String ANALYST = "creo-analyst";
    static final String DIRECTOR = "creo-director";
    static final String ADDRESS = "/records/civil-rights/";

    private static final Set<String> STAFF = Set.of(ANALYST, DIRECTOR);
    private static final Set<Status> CLOSED =
            Set.of(Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.VOID, Status.DENIED, Status.APPROVED);

    final ApplicationFiles files;
    private final String key;
    private final String title;
    private final Class<F> form;

    ApplicationPage(String key, String title, Class<F> form, ApplicationFiles files) {
        this.key = key;
        this.title = title;
        this.form = form;
        this.files = files;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Class<F> form() {
        return form;
    }

    @Override
    public final String template() {
        return "sheet";
    }

    @Override
    public final Set<String> readers() {
        return STAFF;
    }

    @Override
    public final Set<String> editors() {
        return STAFF;
    }

    /** Puts a sheet together; {@code options} are choices by field: value to label. */
    View sheet(
            ApplicationFile file, Map<String, Map<String, String>> options, @Nullable Record form, List<Part> parts) {
        return sheet(file, Map.of(), options, form, parts);
    }

    View sheet(
            ApplicationFile file,
            Map<String, String> facts,
            Map<String, Map<String, String>> options,
            @Nullable Record form,
            List<Part> parts) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("facts", facts);
        model.put("options", options);
        model.put("parts", parts);
        model.put("editable", isOpen(file.application()));
        return new View(file.firm().legalName(), model, form);
    }

    /** Reads the file for a change; refuses when the application is closed. */
    ApplicationFile open(String recordId) {
        ApplicationFile file = files.load(recordId);
        if (!isOpen(file.application())) {
            throw new Rejected(
                    "",
                    "This application is "
                            + Words.of(file.application().status()).toLowerCase(Locale.ROOT)
                            + "; its file can only be read.");
        }
        return file;
    }

    static boolean isOpen(Application application) {
        return !CLOSED.contains(application.status());
    }

    static String item(Visit visit) {
        return visit.query().getOrDefault("item", "");
    }

    Saved saved(String recordId, String message) {
        return new Saved(message, ADDRESS + key + "/" + recordId);
    }

    static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
