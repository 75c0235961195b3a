package org.muniflow.casework.delegation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.delegation_right}: which of a person's rights in the engine come from delegations. */
final class RightRows {

    private final JdbcClient jdbc;

    RightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a right holds.
     *
     * @param user the person
     * @param resourceType the engine's number of the kind of resource
     * @param resourceId the resource
     */
    record Place(String user, int resourceType, String resourceId) {}

    /**
     * What holds there.
     *
     * @param wanted the names of the permissions that delegations call for
     * @param added those of them that the person did not have otherwise
     */
    record Held(Set<String> wanted, Set<String> added) {}

    Map<Place, Held> all() {
        Map<Place, Held> all = new LinkedHashMap<>();
        jdbc.sql("select * from muniflow.delegation_right order by user_id, resource_type, resource_id")
                .query(row -> {
                    all.put(
                            new Place(
                                    row.getString("user_id"),
                                    row.getInt("resource_type"),
                                    row.getString("resource_id")),
                            new Held(names(row.getString("permissions")), names(row.getString("added"))));
                });
        return all;
    }

    void insert(Place place, Held held) {
        jdbc.sql("insert into muniflow.delegation_right (user_id, resource_type, resource_id, permissions, added)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        place.user(),
                        place.resourceType(),
                        place.resourceId(),
                        String.join(",", held.wanted()),
                        String.join(",", held.added()))
                .update();
    }

    void delete(Place place) {
        jdbc.sql("delete from muniflow.delegation_right where user_id = ? and resource_type = ? and resource_id = ?")
                .params(place.user(), place.resourceType(), place.resourceId())
                .update();
    }

    private static Set<String> names(String text) {
        return text == null || text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(",")));
    }
}
