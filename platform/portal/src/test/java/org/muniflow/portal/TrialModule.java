package org.muniflow.portal;

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
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.Team;

/** A module of given components and files, and the city that has it alone. */
public record TrialModule(List<?> parts, Map<String, String> files) implements ActiveModule, Modules {

    @Override
    public String name() {
        return "trial";
    }

    @Override
    public String version() {
        return "1.0.0";
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
        return com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .addModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule())
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
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

    @Override
    public List<ActiveModule> active() {
        return List.of(this);
    }

    @Override
    public Optional<ActiveModule> owner(String processKey) {
        return Optional.empty();
    }

    @Override
    public Optional<ActiveModule> find(String name) {
        return Optional.<ActiveModule>of(this).filter(one -> one.name().equals(name));
    }

    @Override
    public List<ModuleState> states() {
        return List.of();
    }
}
