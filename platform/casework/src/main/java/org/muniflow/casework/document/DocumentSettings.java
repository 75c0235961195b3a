package org.muniflow.casework.document;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/**
 * Where documents are kept and how large one may be.
 *
 * @param folder the folder of the store; on several nodes a shared one
 * @param maxSize the largest document
 */
record DocumentSettings(Path folder, DataSize maxSize) {}
