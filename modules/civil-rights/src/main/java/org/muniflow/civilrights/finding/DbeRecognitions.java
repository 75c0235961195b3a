package org.muniflow.civilrights.finding;

import java.util.List;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The recognitions as disadvantaged business enterprise. */
public final class DbeRecognitions {

    private final Table<DbeRecognition> table;

    /**
     * Opens the recognitions.
     *
     * @param tables the schema
     */
    public DbeRecognitions(Tables tables) {
        this.table = tables.of("dbe_recognition", DbeRecognition.class);
    }

    /**
     * Records a recognition.
     *
     * @param recognition the recognition; its id from {@link Table#newId()}
     * @param by who records it
     * @return the recognition
     */
    public DbeRecognition record(DbeRecognition recognition, String by) {
        return table.insert(recognition, by);
    }

    /**
     * Returns an application's recognitions, oldest first.
     *
     * @param applicationId the application
     * @return the recognitions; may be empty
     */
    public List<DbeRecognition> of(String applicationId) {
        return table.where("application_id", applicationId);
    }
}
