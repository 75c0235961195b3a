package org.muniflow.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Team;

/**
 * A module that has nothing but processes and files.
 *
 * @param id its name and version
 * @param processes its processes
 * @param files its files by path
 */
public record OneModule(ModuleId id, List<ProcessDeclaration> processes, Map<String, byte[]> files)
        implements ActiveModule {

    /** Makes version 1.0.0. */
    public OneModule(String name, List<ProcessDeclaration> processes, Map<String, byte[]> files) {
        this(new ModuleId(name, "1.0.0"), processes, files);
    }

    @Override
    public String name() {
        return id.name();
    }

    @Override
    public String version() {
        return id.version();
    }

    @Override
    public String title() {
        return id.name();
    }

    @Override
    public List<Team> teams() {
        return List.of();
    }

    @Override
    public List<GrantDeclaration> grants() {
        return List.of();
    }

    @Override
    public <T> List<T> components(Class<T> type) {
        return List.of();
    }

    @Override
    public Optional<byte[]> resource(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<String> resources(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .sorted()
                .toList();
    }

    @Override
    public ClassLoader classLoader() {
        return OneModule.class.getClassLoader();
    }

    @Override
    public ObjectMapper json() {
        return new ObjectMapper();
    }

    @Override
    public Validator validator() {
        return Validation.buildDefaultValidatorFactory().getValidator();
    }

    @Override
    public String deploymentId() {
        return "none";
    }
}
