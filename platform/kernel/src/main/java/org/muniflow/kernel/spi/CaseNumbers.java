package org.muniflow.kernel.spi;

/**
 * The city's gap-free case numbers. Implemented by casework as a Spring bean; the kernel asks when a process starts
 * without business key. Called processes get their caller's.
 */
public interface CaseNumbers {

    /**
     * Takes the next number in the present transaction.
     *
     * @param prefix the letters, for example {@code CERT}
     * @param processKey the process that starts
     * @return the number, for example {@code CERT-2026-000123}
     */
    String next(String prefix, String processKey);
}
