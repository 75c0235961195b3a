package org.muniflow.kernel.guard;

/** One rule of models. */
interface ModelRule {

    /** The rule's id in kebab-case. */
    String id();

    /** Looks at all files of a deployment and reports what breaks the rule, with the remedy. */
    void check(Models models, City city, Report report);
}
