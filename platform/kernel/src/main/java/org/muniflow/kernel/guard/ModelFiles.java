package org.muniflow.kernel.guard;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets of model files, compared by the processes, decisions and forms in them: a file may have been renamed. */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * Puts changed models in the place of those that hold the same processes, decisions or forms, and adds new ones.
     *
     * @param present the files by name
     * @param changed the changed and new files by name
     * @return all files by name; a changed file gets the name of the one that it replaces
     */
    public static Map<String, byte[]> overlay(Map<String, byte[]> present, Map<String, byte[]> changed) {
        Map<String, byte[]> all = new TreeMap<>(present);
        changed.forEach((name, content) -> {
            Set<ModelKey> keys = Models.keys(Map.of(name, content));
            List<String> replaced = present.entrySet().stream()
                    .filter(file -> meets(Models.keys(Map.of(file.getKey(), file.getValue())), keys))
                    .map(Map.Entry::getKey)
                    .toList();
            replaced.forEach(all::remove);
            all.put(replaced.size() == 1 ? replaced.get(0) : name, content);
        });
        return all;
    }

    private static boolean meets(Collection<ModelKey> one, Collection<ModelKey> other) {
        return one.stream().anyMatch(other::contains);
    }

    /**
     * Tells what one set of files holds otherwise than another, or alone.
     *
     * @param files the files by name
     * @param others the other files by name
     * @return the processes, decisions and forms in words, sorted; empty when the others hold all of it as it is
     */
    public static Set<String> changed(Map<String, byte[]> files, Map<String, byte[]> others) {
        Map<ModelKey, byte[]> theirs = new HashMap<>();
        others.forEach((name, content) -> Models.keys(Map.of(name, content)).forEach(key -> theirs.put(key, content)));
        Set<String> changed = new TreeSet<>();
        files.forEach((name, content) -> {
            for (ModelKey key : Models.keys(Map.of(name, content))) {
                if (!Arrays.equals(content, theirs.get(key))) {
                    changed.add(key.toString());
                }
            }
        });
        return changed;
    }
}
