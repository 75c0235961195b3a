package org.muniflow.kernel.spi;

import java.util.List;

/**
 * Something that still needs a version of a module.
 *
 * @param kind what it is
 * @param count how many there are; at least one
 * @param examples the first few by name, such as case numbers; without personal data
 * @param sentence what they are and what to do, in one sentence
 */
public record ModuleNeed(Kind kind, long count, List<String> examples, String sentence) {

    /** Copies the examples. */
    public ModuleNeed {
        examples = List.copyOf(examples);
    }

    /** The kinds of needs, and how long each holds a version. */
    public enum Kind {
        /** Open cases that run on the version's models. */
        CASES(true),
        /** Jobs that wait or are being done. */
        JOBS(true),
        /** Timers that wait for their date. */
        TIMERS(true),
        /** Tasks that people have yet to do. */
        TASKS(true),
        /** Failures that an operator has yet to resolve. */
        INCIDENTS(true),
        /** Clocks of the law that run for cases of the version; a timely act may reopen an ended one. */
        CLOCKS(true),
        /** Clocks of records that will open a process of the module. */
        RECORD_CLOCKS(true),
        /** Letters that are not sent yet, or whose receipt will start a clock. */
        NOTICES(true),
        /** Another module requires what this version provides. */
        REQUIREMENTS(true),
        /** Finished cases whose retention has not passed; their models and pages are needed to show them. */
        HISTORY(false);

        private final boolean keepsFromRetiring;

        Kind(boolean keepsFromRetiring) {
            this.keepsFromRetiring = keepsFromRetiring;
        }

        /**
         * Says whether a version may not retire while it is needed so. Every need keeps it from being uninstalled.
         *
         * @return true when retiring must wait
         */
        public boolean keepsFromRetiring() {
            return keepsFromRetiring;
        }
    }
}
