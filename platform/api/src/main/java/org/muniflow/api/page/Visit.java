package org.muniflow.api.page;

import java.time.LocalDate;
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
 */
public record Visit(String user, Set<String> groups, LocalDate today, String action, Map<String, String> query) {}
