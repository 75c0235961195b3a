package org.muniflow.testkit;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One city for all test classes of a module's test run: it opens with the first class that asks and closes with the
 * run. Each test finds the clock running with the machine's until it sets it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));
 * }</pre>
 */
public final class CityExtension implements BeforeAllCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(CityExtension.class);

    private final Supplier<Path> module;
    private @Nullable City city;

    private CityExtension(Supplier<Path> module) {
        this.module = module;
    }

    /** Closes the city when the whole run ends. */
    private record Shared(City city) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            city.close();
        }
    }

    /**
     * Makes an extension whose city runs one module.
     *
     * @param module makes the module's jar
     * @return the extension
     */
    public static CityExtension of(Supplier<Path> module) {
        return new CityExtension(module);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        city = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        "city",
                        key -> new Shared(
                                City.opening().on(Database.ofRun()).open().install(module.get())),
                        Shared.class)
                .city();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        city().realTime();
    }

    /**
     * Returns the city.
     *
     * @return the city
     */
    public City city() {
        City opened = city;
        if (opened == null) {
            throw new IllegalStateException("The city opens before the first test; it cannot be used earlier");
        }
        return opened;
    }
}
