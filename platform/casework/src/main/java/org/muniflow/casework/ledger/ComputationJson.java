package org.muniflow.casework.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.muniflow.api.casework.ClockDue;

/** Computations of clocks as they are kept in tables. */
public final class ComputationJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ComputationJson() {}

    /**
     * Writes a computation.
     *
     * @param due the computation
     * @return its JSON
     */
    public static String write(ClockDue due) {
        try {
            return JSON.writeValueAsString(due);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Clock " + due.clockId() + " cannot be written as JSON", impossible);
        }
    }

    /**
     * Reads a computation.
     *
     * @param id the entry's id, for the message
     * @param json its JSON
     * @return the computation
     * @throws IllegalStateException when it is damaged
     */
    public static ClockDue read(String id, String json) {
        try {
            return JSON.readValue(json, ClockDue.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The computation of ledger entry " + id + " is damaged", damaged);
        }
    }
}
