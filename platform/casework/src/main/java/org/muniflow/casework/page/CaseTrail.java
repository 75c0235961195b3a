package org.muniflow.casework.page;

import java.util.List;
import java.util.Set;
import org.muniflow.casework.cases.CaseHistory;

/**
 * The way that a case has gone through one version of one process.
 *
 * @param definitionId the engine's id of the version, whose diagram shows the way
 * @param name the process's title
 * @param taken ids of elements and sequence flows that were passed
 * @param here ids of elements that are active now
 * @param steps the steps in order, without gateways and frames
 */
record CaseTrail(String definitionId, String name, Set<String> taken, Set<String> here, List<CaseHistory.Step> steps) {}
