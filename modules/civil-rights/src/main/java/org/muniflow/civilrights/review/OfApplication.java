package org.muniflow.civilrights.review;

/**
 * What a step reads that works on an application.
 *
 * @param applicationId the application the case is about
 */
public record OfApplication(String applicationId) {}
