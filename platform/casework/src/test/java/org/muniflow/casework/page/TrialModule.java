package org.muniflow.casework.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Team;

/** A module of given components and files. */
record TrialModule(ModuleId id, List<?> parts, Map<String, String> files) implements ActiveModule {

    TrialModule(List<?> parts, Map<String, String> files) {
        this(new ModuleId("trial", "1.0.0"), parts, files);
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
        return "Trials";
    }

    @Override
    public List<ProcessDeclaration> processes() {
        return List.of();
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
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public Optional<byte[]> resource(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
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
        return getClass().getClassLoader();
    }

    @Override
    public ObjectMapper json() {
        return new ObjectMapper();
    }

    @Override
    public Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    @Override
    public String deploymentId() {
        return "d1";
    }
}
