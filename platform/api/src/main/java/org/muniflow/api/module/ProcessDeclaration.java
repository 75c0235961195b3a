package org.muniflow.api.module;

import org.jspecify.annotations.Nullable;

/**
 * A process of the module.
 *
 * @param key the process key, which is also the file's name
 * @param prefix the letters of its case numbers, for example {@code CERT}
 * @param title the title in plain words, for example "MBE/WBE certification"
 * @param recordVariable the variable that carries the id of the record the case is about; null if there is none
 * @param recordPage the key of the record page that shows that record; null if there is none
 */
public record ProcessDeclaration(
        String key,
        String prefix,
        String title,
        @Nullable String recordVariable,
        @Nullable String recordPage) {}
