package org.muniflow.kernel.modules;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.muniflow.kernel.delegates.Offers;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A module's own Spring context. Its parent holds the services of the platform's API and nothing else. */
final class ModuleContext implements AutoCloseable {

    private final GenericApplicationContext services = new GenericApplicationContext();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ValidatorFactory validation;
    private final ObjectMapper json;
    private final List<Object> components = new ArrayList<>();

    ModuleContext(ClassLoader loader, Clock clock) {
        this.json = ModuleJson.strict(loader);
        this.validation = Validation.byProvider(HibernateValidator.class)
                .configure()
                .externalClassLoader(loader)
                .clockProvider(() -> clock)
                .ignoreXmlConfiguration()
                .buildValidatorFactory();
        services.setDisplayName("services");
        services.setClassLoader(loader);
        context.setClassLoader(loader);
        context.setAllowCircularReferences(false);
        offer(ObjectMapper.class, json);
        offer(Validator.class, validator());
    }

    /**
     * Offers a service to the components.
     *
     * @param type the service's type
     * @param service the service
     */
    void offer(Class<?> type, Object service) {
        services.getBeanFactory().registerSingleton(type.getName(), service);
    }

    /**
     * Creates the components.
     *
     * @param types the classes, in the order of declaration; may be package-private
     * @return the components, in that order
     */
    List<Object> start(List<Class<?>> types) {
        services.refresh();
        context.setParent(services);
        types.forEach(type -> context.registerBean(name(type), type));
        context.refresh();
        types.forEach(type -> components.add(context.getBean(name(type))));
        return components();
    }

    private static String name(Class<?> type) {
        return Offers.name(type).orElse(type.getName());
    }

    List<Object> components() {
        return List.copyOf(components);
    }

    ObjectMapper json() {
        return json;
    }

    Validator validator() {
        return validation.getValidator();
    }

    @Override
    public void close() {
        context.close();
        services.close();
        validation.close();
    }
}
