package org.muniflow.kernel.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a {@link ModuleListener} keeps of every running version of every module. A version that has stopped leaves nothing
 * behind, whatever the order in which others start and stop. Thread-safe; reading takes no lock.
 *
 * @param <T> what is kept of a version
 */
public final class RunningVersions<T> {

    private final TreeMap<ModuleId, T> kept = new TreeMap<>();
    private final Map<String, ModuleId> speaking = new HashMap<>();
    private volatile Seen<T> seen = new Seen<>(Map.of(), List.of(), Map.of());

    private record Seen<T>(Map<ModuleId, T> byVersion, List<List<T>> all, Map<String, List<T>> byModule) {}

    /**
     * Keeps something of a version that has started.
     *
     * @param module the version
     * @param part what is kept of it, in place of what was kept before
     */
    public synchronized void started(ModuleId module, T part) {
        kept.put(module, part);
        show();
    }

    /**
     * From now on a version speaks for its department.
     *
     * @param module the version
     */
    public synchronized void speaks(ModuleId module) {
        speaking.put(module.name(), module);
        show();
    }

    /**
     * Drops what was kept of a version that has stopped. Until another one is said to speak for the department, the newest
     * that is left does.
     *
     * @param module the version; may be unknown
     */
    public synchronized void stopped(ModuleId module) {
        kept.remove(module);
        speaking.remove(module.name(), module);
        show();
    }

    /**
     * Finds what is kept of a version.
     *
     * @param module the version
     * @return what is kept, or empty when it does not run
     */
    public Optional<T> of(ModuleId module) {
        return Optional.ofNullable(seen.byVersion().get(module));
    }

    /**
     * Returns what is kept of a module's versions.
     *
     * @param module the module's name
     * @return the speaking version's first, then the others', the newest first; empty when none runs
     */
    public List<T> of(String module) {
        return seen.byModule().getOrDefault(module, List.of());
    }

    /**
     * Returns what is kept of all versions of all modules.
     *
     * @return for each module, ordered by name, the same as {@link #of(String)}
     */
    public List<List<T>> all() {
        return seen.all();
    }

    private void show() {
        Map<String, List<T>> byModule = new TreeMap<>();
        kept.descendingMap().forEach((id, part) -> {
            List<T> versions = byModule.computeIfAbsent(id.name(), name -> new ArrayList<>());
            versions.add(id.equals(speaking.get(id.name())) ? 0 : versions.size(), part);
        });
        byModule.replaceAll((name, versions) -> List.copyOf(versions));
        seen = new Seen<>(Map.copyOf(kept), List.copyOf(byModule.values()), Map.copyOf(byModule));
    }
}
