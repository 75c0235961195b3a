package org.muniflow.kernel.modules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.muniflow.kernel.modules.ModuleTable.Row;

/** Creates modules' schemas without starting the modules: what a restore needs before it has their rows. */
public final class StoredSchemas {

    private final ModuleTable table;
    private final JarFiles jars;
    private final ModuleSchema schemas;

    StoredSchemas(ModuleTable table, JarFiles jars, DataSource database) {
        this.table = table;
        this.jars = jars;
        this.schemas = new ModuleSchema(database);
    }

    /**
     * Creates a module's schema with the migrations of its stored versions, one version after the other, and then with those
     * of other jars, until it is as wanted.
     *
     * @param schema the schema's name in lower case
     * @param others jars that may be of the module, for one that is stored no more
     * @param asWanted says whether the schema is as wanted
     * @return whether it is
     */
    public boolean create(String schema, List<Path> others, BooleanSupplier asWanted) {
        List<Path> candidates = new ArrayList<>();
        for (Row row : table.all()) {
            if (schema(row.id().name()).equals(schema)) {
                candidates.add(jars.file(row.state()));
            }
        }
        for (Path other : others) {
            if (schema(ModuleManifest.read(other).name()).equals(schema)) {
                candidates.add(other);
            }
        }
        for (Path jar : candidates) {
            schemas.migrate(ModuleManifest.read(jar), ModuleJar.read(jar));
            if (asWanted.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static String schema(String module) {
        return module.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
