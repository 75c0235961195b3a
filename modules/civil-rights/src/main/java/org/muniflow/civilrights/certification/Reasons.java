package org.muniflow.civilrights.certification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.law.Reason;
import org.muniflow.civilrights.review.LetterWords;
import org.muniflow.civilrights.standing.ReasonCode;

/** Prints reasons for letters. */
final class Reasons {

    private Reasons() {}

    static List<Map<String, String>> lines(List<Reason> reasons, String language) {
        return reasons.stream()
                .map(reason -> Map.of("text", text(reason, language), "cites", reason.cites()))
                .toList();
    }

    /** The rule's own sentence in English; in another language the words of its ground. */
    private static String text(Reason reason, String language) {
        return language.equals(Notice.ENGLISH)
                ? reason.text()
                : Stream.of(ReasonCode.values())
                        .filter(code -> code.name().equals(reason.code()))
                        .findFirst()
                        .map(code -> LetterWords.of(code, reason.text(), language))
                        .orElse(reason.text());
    }

    static String cites(List<Reason> reasons) {
        return reasons.stream().map(Reason::cites).distinct().collect(Collectors.joining("; "));
    }
}
