package org.muniflow.kernel.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Offers no script engine at all: what a model does is a delegate, an expression or a decision table. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(javax.script.ScriptEngineFactory factory) {}

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(null);
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new IllegalStateException("Models may not hold scripts ('" + language
                + "'): offer a delegate of the module, or use an expression or a decision table");
    }
}
