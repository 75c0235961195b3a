package org.muniflow.kernel.modules;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.CompartmentDeclaration;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.delegates.Offers;
import org.muniflow.kernel.engine.ModuleApplication;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Team;

/** One running version of a module. */
final class RunningModule implements ActiveModule {

    private final ModuleManifest manifest;
    private final String sha256;
    private final Declared declared;
    private final ModuleJar jar;
    private final ClassLoader loader;
    private final ModuleContext context;
    private volatile @Nullable Offers offers;
    private volatile @Nullable ProcessApplicationReference application;
    private volatile List<String> deployments = List.of();
    private volatile @Nullable String newSchema;

    RunningModule(
            ModuleManifest manifest,
            String sha256,
            Declared declared,
            ModuleJar jar,
            ClassLoader loader,
            ModuleContext context) {
        this.manifest = manifest;
        this.sha256 = sha256;
        this.declared = declared;
        this.jar = jar;
        this.loader = loader;
        this.context = context;
    }

    @Override
    public ModuleId id() {
        return manifest.moduleId();
    }

    boolean declares(String processKey) {
        return processes().stream().anyMatch(process -> process.key().equals(processKey));
    }

    void offers(Offers offers) {
        this.offers = offers;
        this.application = new ModuleApplication(id().toString(), loader, offers.delegates()).getReference();
    }

    /** Notes that the module's schema was created for this start, which is not over yet. */
    void newSchema(String schema) {
        this.newSchema = schema;
    }

    /** The schema that was created for this start; null when it was there before, or there is none. */
    @Nullable
    String newSchema() {
        return newSchema;
    }

    /** How the engine reaches this version's code. */
    ProcessApplicationReference application() {
        return Objects.requireNonNull(application, "application");
    }

    Offers offers() {
        return Objects.requireNonNull(offers, "offers");
    }

    /** Sets the deployments that this version serves, in their order. */
    void deployments(List<String> deployments) {
        this.deployments = List.copyOf(deployments);
    }

    List<String> deployments() {
        return deployments;
    }

    ModuleManifest manifest() {
        return manifest;
    }

    /** The hash of the jar that runs. */
    String sha256() {
        return sha256;
    }

    ModuleContext context() {
        return context;
    }

    @Override
    public String name() {
        return manifest.name();
    }

    @Override
    public String version() {
        return manifest.version();
    }

    @Override
    public String title() {
        return declared.title();
    }

    @Override
    public List<ProcessDeclaration> processes() {
        return declared.processes();
    }

    @Override
    public List<Team> teams() {
        return declared.teams();
    }

    @Override
    public List<GrantDeclaration> grants() {
        return declared.grants();
    }

    @Override
    public List<CompartmentDeclaration> compartments() {
        return declared.compartments();
    }

    @Override
    public <T> List<T> components(Class<T> type) {
        return context.components().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public Optional<byte[]> resource(String path) {
        return jar.file(path);
    }

    @Override
    public List<String> resources(String folder) {
        return jar.under(folder);
    }

    @Override
    public ClassLoader classLoader() {
        return loader;
    }

    @Override
    public ObjectMapper json() {
        return context.json();
    }

    @Override
    public Validator validator() {
        return context.validator();
    }

    @Override
    public String deploymentId() {
        List<String> served = deployments;
        if (served.isEmpty()) {
            throw new IllegalStateException("The models of module " + id() + " are not deployed yet");
        }
        return served.get(served.size() - 1);
    }
}
