package org.muniflow.kernel.spi;

/**
 * A team that a module declares.
 *
 * @param groupId the group's id in the catalogue, for example {@code creo-analyst}
 * @param name the team's name in plain words
 */
public record Team(String groupId, String name) {}
