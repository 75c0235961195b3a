package org.muniflow.kernel.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.Team;

/** A made-up department with two processes. */
public class PermitsModule implements ActiveModule {

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Override
    public String name() {
        return "permits";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String title() {
        return "Permits";
    }

    @Override
    public List<ProcessDeclaration> processes() {
        return List.of(
                new ProcessDeclaration("permit", "PERM", "Permit", null, null),
                new ProcessDeclaration("inspection", "INSP", "Inspection", null, null));
    }

    @Override
    public List<Team> teams() {
        return List.of(new Team("permit-clerk", "Permit clerks"), new Team("permit-director", "Permit directors"));
    }

    @Override
    public List<GrantDeclaration> grants() {
        return List.of(
                new GrantDeclaration("permit-clerk", "permit", Set.of(Right.READ, Right.WORK, Right.START)),
                new GrantDeclaration("permit-director", "permit", Set.of(Right.READ, Right.WORK)),
                new GrantDeclaration("permit-clerk", "inspection", Set.of(Right.READ, Right.WORK)));
    }

    @Override
    public <T> List<T> components(Class<T> type) {
        return List.of();
    }

    @Override
    public Optional<byte[]> resource(String path) {
        if (path.equals("META-INF/muniflow/catalogue.json")) {
            return Optional.of(("[{\"name\":\"recordPermit\",\"kind\":\"delegate\"},"
                            + "{\"name\":\"fileRead\",\"kind\":\"guard\"}]")
                    .getBytes(StandardCharsets.UTF_8));
        }
        try (var in = getClass().getResourceAsStream("/models/" + path.replaceFirst("^bpmn/", ""))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> resources(String folder) {
        return folder.equals("bpmn/") ? List.of("bpmn/fee.dmn", "bpmn/inspection.bpmn", "bpmn/permit.bpmn") : List.of();
    }

    @Override
    public ClassLoader classLoader() {
        return getClass().getClassLoader();
    }

    @Override
    public ObjectMapper json() {
        return json;
    }

    @Override
    public Validator validator() {
        return validator;
    }

    @Override
    public String deploymentId() {
        return Map.of().toString();
    }
}
