package org.muniflow.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.department.TrialCity;
import org.muniflow.casework.document.AccessForTests;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Team;

/** A city with one module, for tests that need who may do what and no jar. */
public final class CityForTests {

    private CityForTests() {}

    /** Makes a module with one process on which one group has rights. */
    public static ActiveModule module(String name, String prefix, String process, String group, Right... rights) {
        return module(new ModuleId(name, "1.0.0"), prefix, process, group, rights);
    }

    /** Makes a version of a module with one process on which one group has rights. */
    public static ActiveModule module(ModuleId id, String prefix, String process, String group, Right... rights) {
        return new Declared(
                id,
                List.of(new ProcessDeclaration(process, prefix, "Certification", null, null)),
                List.of(new GrantDeclaration(group, process, Set.of(rights))));
    }

    /** Makes the rights of a city that runs this module. */
    public static CaseAccess access(ActiveModule module) {
        return access(TrialCity.fresh().activate(module));
    }

    /** Makes the rights of a city. */
    public static CaseAccess access(TrialCity city) {
        return AccessForTests.of(city.departments());
    }

    /** Makes a city without cases. */
    public static Cases noCases() {
        return new Cases() {
            @Override
            public String start(String key, String record, String title, LocalDate on, Map<String, ?> variables) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean message(String message, String caseNumber, Map<String, ?> variables) {
                return false;
            }

            @Override
            public void reopen(String caseNumber, String elementId, String reason, Map<String, ?> variables) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<CaseFile> find(String caseNumber) {
                return Optional.empty();
            }
        };
    }

    private record Declared(ModuleId id, List<ProcessDeclaration> processes, List<GrantDeclaration> grants)
            implements ActiveModule {
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
            return "Department " + id.name();
        }

        @Override
        public List<Team> teams() {
            return List.of();
        }

        @Override
        public <T> List<T> components(Class<T> type) {
            return List.of();
        }

        @Override
        public Optional<byte[]> resource(String path) {
            return Optional.empty();
        }

        @Override
        public List<String> resources(String folder) {
            return List.of();
        }

        @Override
        public ClassLoader classLoader() {
            return CityForTests.class.getClassLoader();
        }

        @Override
        public ObjectMapper json() {
            return new ObjectMapper();
        }

        @Override
        public Validator validator() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String deploymentId() {
            return "deployment";
        }
    }
}
