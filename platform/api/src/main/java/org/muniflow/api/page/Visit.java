package org.muniflow.api.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who visits a record page, and how.
 *
 * @param user the signed-in user's id
 * @param groups the user's groups
 * @param today the city's present date
 * @param action the pressed button's value; empty when the page is only shown
 * @param query the query parameters, first value of each
 * @param files the files that came with the submission; empty when none was chosen
 */
public record Visit(
        String user,
        Set<String> groups,
        LocalDate today,
        String action,
        Map<String, String> query,
        List<UploadedFile> files) {

    /**
     * Makes a visit without files.
     *
     * @param user the signed-in user's id
     * @param groups the user's groups
     * @param today the city's present date
     * @param action the pressed button's value; empty when the page is only shown
     * @param query the query parameters, first value of each
     */
    public Visit(String user, Set<String> groups, LocalDate today, String action, Map<String, String> query) {
        this(user, groups, today, action, query, List.of());
    }
}
