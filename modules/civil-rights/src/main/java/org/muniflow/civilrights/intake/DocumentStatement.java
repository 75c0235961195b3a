package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.DocumentType;

/** A document: sent along in {@code contentBase64}, or to follow by mail when that is left out. */
record DocumentStatement(
        @NotNull DocumentType type,
        @NotBlank @Size(max = 200) String fileName,
        @Nullable Boolean confidential,
        @Nullable String contentBase64) {}
