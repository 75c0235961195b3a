package org.muniflow.casework.department;

import java.util.List;
import java.util.Optional;
import org.muniflow.kernel.spi.ModuleId;

/**
 * The city's departments, whether their modules run or not: who owns a process, who may do what, and how they stand. What
 * counts is what the last version that took new cases declared, with the processes, rights and teams of earlier versions that
 * it does not declare any more. Call this; it is a Spring bean.
 */
public interface Departments {

    /**
     * Returns all departments.
     *
     * @return the departments, ordered by the modules' names
     */
    List<Department> all();

    /**
     * Finds a department.
     *
     * @param module the module's name
     * @return the department, or empty when there never was one
     */
    Optional<Department> find(String module);

    /**
     * Finds the department that owns a process; one whose module runs comes before one whose module does not.
     *
     * @param processKey the process
     * @return the department, or empty when no module ever declared the process
     */
    Optional<Department> ofProcess(String processKey);

    /**
     * Finds the process whose case numbers begin with a prefix.
     *
     * @param prefix the letters, for example {@code CERT}
     * @return the process key, or empty
     */
    Optional<String> processOfPrefix(String prefix);

    /**
     * Finds a team's name.
     *
     * @param groupId the team's group
     * @return the name in plain words, or empty when no module ever declared the team
     */
    Optional<String> teamName(String groupId);

    /**
     * Finds the department that offers something by id.
     *
     * @param kind what it offers
     * @param id the id
     * @return the department, or empty when no module ever offered it
     */
    Optional<Department> offering(Department.Offer.Kind kind, String id);

    /**
     * Tells how a department stands.
     *
     * @param module the module's name
     * @return how it stands
     */
    Standing standing(String module);

    /**
     * Tells how one version stands towards its own cases.
     *
     * @param module the version
     * @return OPEN when it runs on this node
     */
    Standing standing(ModuleId module);
}
