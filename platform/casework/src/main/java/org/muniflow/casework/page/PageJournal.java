package org.muniflow.casework.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.RecordPage;
import org.muniflow.casework.cases.Parties;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes submissions of record pages into the journal, in the submission's transaction and the module's name: the sentence
 * names the fields, and the detail, which is not for everybody who may see the case, their values.
 */
@Component
final class PageJournal {

    private static final String RECORDS = "/records/";
    private static final int LONGEST = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lines lines;
    private final BiConsumer<String, String> saved;

    /** Where the lines go. */
    interface Lines {
        void add(String module, @Nullable String recordId, String what, @Nullable String detail);
    }

    @Autowired
    PageJournal(CaseJournal journal, Parties parties) {
        this(journal::changed, parties::refresh);
    }

    PageJournal(Lines lines, BiConsumer<String, String> saved) {
        this.lines = lines;
        this.saved = saved;
    }

    /**
     * Writes one entry.
     *
     * @param module the version whose page it is
     * @param recordId the record; null when the submission made it, then it is read from the next address
     * @param page the page
     * @param user who submitted
     * @param result the result
     * @param changes the fields that have changed
     */
    void write(
            ModuleId module,
            @Nullable String recordId,
            RecordPage<?> page,
            @Nullable String user,
            RecordPage.Saved result,
            List<FormShape.Changed> changes) {
        String record = recordId != null ? recordId : made(result.next());
        String who = user == null ? "" : " by " + user;
        String fields =
                changes.stream().map(change -> FormShape.words(change.name())).collect(Collectors.joining(", "));
        lines.add(
                module.name(),
                record,
                "Page \"" + page.title() + "\" saved" + who + ": " + result.message()
                        + (fields.isEmpty() ? "" : " Fields: " + fields + "."),
                changes.isEmpty() ? null : detail(page, changes));
        if (record != null) {
            this.saved.accept(module.name(), record);
        }
    }

    private static String detail(RecordPage<?> page, List<FormShape.Changed> changes) {
        ObjectNode detail = JSON.createObjectNode();
        detail.put("page", page.key());
        ArrayNode fields = detail.putArray("fields");
        for (FormShape.Changed change : changes) {
            fields.addObject()
                    .put("name", change.name())
                    .put("from", text(change.from()))
                    .put("to", text(change.to()));
        }
        return detail.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    private static @Nullable String made(@Nullable String next) {
        if (next == null || !next.startsWith(RECORDS)) {
            return null;
        }
        String path = next.replaceAll("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
