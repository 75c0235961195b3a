package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Asks with one statement for the two rights that starting a case needs; a refusal is the engine's own. */
final class StartCheck extends AuthorizationCommandChecker {

    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        if (!((CityAuthorizations) getAuthorizationManager()).mayStart(definition.getKey())) {
            super.checkCreateProcessInstance(definition);
        }
    }
}
