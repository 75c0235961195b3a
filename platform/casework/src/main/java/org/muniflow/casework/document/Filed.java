package org.muniflow.casework.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniflow.casework.document.DocumentStore.Found;

/**
 * A document as lists show it: its newest version, with the former ones.
 *
 * @param newest the newest version
 * @param former the versions before it, newest first; empty when there is one version only
 */
public record Filed(Found newest, List<Found> former) {

    /** Copies the list. */
    public Filed {
        former = List.copyOf(former);
    }

    /** Puts versions together, in the order in which each document first came. */
    static List<Filed> of(List<Found> versions) {
        Map<String, List<Found>> series = new LinkedHashMap<>();
        versions.forEach(version -> series.computeIfAbsent(version.seriesId(), id -> new ArrayList<>())
                .add(version));
        List<Filed> filed = new ArrayList<>();
        for (List<Found> all : series.values()) {
            all.sort((one, other) ->
                    Integer.compare(other.document().version(), one.document().version()));
            filed.add(new Filed(all.get(0), all.subList(1, all.size())));
        }
        return filed;
    }
}
