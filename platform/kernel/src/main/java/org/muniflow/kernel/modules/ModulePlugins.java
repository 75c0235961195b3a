package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginWrapper;

/** Loads module jars, several versions of one module beside each other, each in a class loader of its own. */
final class ModulePlugins extends DefaultPluginManager {

    ModulePlugins(Path folder) {
        super(folder);
    }

    /**
     * Loads and starts one version.
     *
     * @param jar its jar in this manager's folder
     * @return its class loader
     */
    ClassLoader open(Path jar) {
        try {
            String id = loadPlugin(jar);
            startPlugin(id);
            return getPluginClassLoader(id);
        } catch (RuntimeException e) {
            delete(jar);
            throw e;
        }
    }

    /**
     * Stops one version, closes its class loader and removes its file, which is made from the database again when needed.
     *
     * @param id the runtime id; may be unknown
     */
    void close(String id) {
        PluginWrapper plugin = getPlugin(id);
        if (plugin != null) {
            stopPlugin(id);
            unloadPlugin(id);
            delete(plugin.getPluginPath());
        }
    }

    private static void delete(Path jar) {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + jar, e);
        }
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PluginDescriptorFinder() {
            @Override
            public boolean isApplicable(Path path) {
                return Files.isRegularFile(path);
            }

            @Override
            public PluginDescriptor find(Path path) {
                ModuleManifest manifest = ModuleManifest.read(path);
                // The range of API versions has been checked with a message of its own.
                return new DefaultPluginDescriptor(
                        manifest.id(), "", Plugin.class.getName(), manifest.version(), "*", "", "");
            }
        };
    }

    @Override
    protected PluginLoader createPluginLoader() {
        ClassLoader exposed = new ExposedPackages();
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path path) {
                return Files.isRegularFile(path);
            }

            @Override
            public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                // Exposed classes come first, so that a module cannot bring its own copy of the contract.
                PluginClassLoader loader =
                        new PluginClassLoader(ModulePlugins.this, descriptor, exposed, ClassLoadingStrategy.APD) {
                            @Override
                            protected boolean shouldDelegateToParent(String className) {
                                return false;
                            }
                        };
                loader.addFile(path.toFile());
                return loader;
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        // A module knows nothing of the plugin framework; its life is led by the kernel.
        return wrapper -> new Plugin();
    }
}
