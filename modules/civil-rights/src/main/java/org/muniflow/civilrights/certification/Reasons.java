package org.muniflow.civilrights.certification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniflow.api.law.Reason;

/** Prints reasons for letters. */
final class Reasons {

    private Reasons() {}

    static List<Map<String, String>> lines(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> Map.of("text", reason.text(), "cites", reason.cites()))
                .toList();
    }

    static String cites(List<Reason> reasons) {
        return reasons.stream().map(Reason::cites).distinct().collect(Collectors.joining("; "));
    }
}
