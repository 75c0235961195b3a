package org.muniflow.kernel.spi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.muniflow.api.module.CompartmentDeclaration;
import org.muniflow.api.module.ProcessDeclaration;

/**
 * A version of a module that runs: its declarations, its components and the files of its jar. Everything it hands out belongs
 * to the module's own class loader; do not keep it longer than {@link ModuleListener#stopped}.
 */
public interface ActiveModule {

    /**
     * Returns the name.
     *
     * @return the name in kebab-case, for example {@code civil-rights}
     */
    String name();

    /**
     * Returns the version.
     *
     * @return the semantic version, for example {@code 1.0.0}
     */
    String version();

    /**
     * Returns name and version.
     *
     * @return the id
     */
    default ModuleId id() {
        return new ModuleId(name(), version());
    }

    /**
     * Returns the department's name.
     *
     * @return the name in plain words; the module's name if it declares no title
     */
    String title();

    /**
     * Returns the declared processes.
     *
     * @return the processes, in the order of declaration
     */
    List<ProcessDeclaration> processes();

    /**
     * Returns the declared teams.
     *
     * @return the teams, in the order of declaration
     */
    List<Team> teams();

    /**
     * Returns the declared grants.
     *
     * @return the grants, in the order of declaration
     */
    List<GrantDeclaration> grants();

    /**
     * Returns the declared compartments of documents.
     *
     * @return the compartments, in the order of declaration; most modules have none
     */
    default List<CompartmentDeclaration> compartments() {
        return List.of();
    }

    /**
     * Returns the components of the module's own context that are of a type: record pages, registers, intakes, rules.
     *
     * @param <T> the type
     * @param type a type of the platform's API
     * @return the components, in the order of declaration; may be empty
     */
    <T> List<T> components(Class<T> type);

    /**
     * Reads a file of the jar.
     *
     * @param path the path in the jar, for example {@code bpmn/civil-rights-clocks.dmn} or {@code letters/denial.html}
     * @return its bytes, or empty when the jar has no such file
     */
    Optional<byte[]> resource(String path);

    /**
     * Lists the files of a folder of the jar, also in folders below it.
     *
     * @param folder the folder with its slash, for example {@code bpmn/}
     * @return the full paths in the jar, sorted; may be empty
     */
    List<String> resources(String folder);

    /**
     * Returns the module's class loader.
     *
     * @return the loader, which sees the module's classes and the exposed packages only
     */
    ClassLoader classLoader();

    /**
     * Returns the module's own JSON mapper.
     *
     * @return a strict mapper: unknown properties and nulls for primitives are errors, dates are ISO strings
     */
    ObjectMapper json();

    /**
     * Returns the module's own validator.
     *
     * @return the validator
     */
    Validator validator();

    /**
     * Returns the engine's id of the deployment that holds the module's models.
     *
     * @return the deployment's id
     */
    String deploymentId();
}
