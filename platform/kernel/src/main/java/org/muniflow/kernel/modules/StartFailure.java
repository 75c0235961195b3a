package org.muniflow.kernel.modules;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.core.ResolvableType;

/** Says in one sentence why a module's own code could not be started: what an author must know to correct it. */
final class StartFailure {

    private static final int LONGEST = 500;

    private StartFailure() {}

    /** Returns one sentence or, when models are refused, one for each of their faults. */
    static List<String> problems(Throwable failure) {
        List<String> faults = chain(failure)
                .filter(ParseException.class::isInstance)
                .findFirst()
                .map(refused -> faults((ParseException) refused))
                .orElse(List.of());
        return faults.isEmpty() ? List.of(inWords(failure)) : faults;
    }

    private static List<String> faults(ParseException refused) {
        return refused.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(fault -> report.getResourceName() + ": " + place(fault) + fault.getMessage()))
                .toList();
    }

    private static String place(Problem fault) {
        String element = fault.getMainElementId();
        return element == null || element.isBlank() ? "" : "'" + element + "': ";
    }

    static String inWords(Throwable failure) {
        return Stream.<Optional<String>>of(
                        missingClass(failure),
                        brokenClass(failure),
                        initializer(failure),
                        exhausted(failure),
                        wiring(failure))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> thrown(root(failure)));
    }

    private static Optional<String> missingClass(Throwable failure) {
        Throwable root = root(failure);
        boolean missing = root instanceof ClassNotFoundException || root.getClass() == NoClassDefFoundError.class;
        return missing && !String.valueOf(root.getMessage()).startsWith("Could not initialize")
                ? Optional.of("Class " + className(root)
                        + " is neither in the module's jar nor exposed to modules; use the platform's API instead.")
                : Optional.empty();
    }

    // ExposedPackages says more than the name when it is asked directly.
    private static String className(Throwable missing) {
        return String.valueOf(missing.getMessage()).split(" ", 2)[0].replace('/', '.');
    }

    private static Optional<String> brokenClass(Throwable failure) {
        Throwable root = root(failure);
        if (root instanceof UnsupportedClassVersionError) {
            return Optional.of("A class is compiled for a newer Java ("
                    + said(root).replace('/', '.') + "); compile the module with --release 17.");
        }
        if (root instanceof ClassFormatError || root instanceof VerifyError) {
            return Optional.of("A class of the jar is damaged (" + said(root) + "); build the module again.");
        }
        if (root instanceof IncompatibleClassChangeError) {
            return Optional.of("The module is compiled against classes that differ from those here (" + said(root)
                    + "); compile it against platform API " + ModuleManifest.API_VERSION + ".");
        }
        return Optional.empty();
    }

    private static Optional<String> initializer(Throwable failure) {
        return chain(failure)
                .filter(ExceptionInInitializerError.class::isInstance)
                .findFirst()
                .map(broken -> "The static initializer of " + initialized(broken) + " fails: " + thrown(root(broken)));
    }

    private static String initialized(Throwable broken) {
        return Arrays.stream(root(broken).getStackTrace())
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .map(frame -> "class " + frame.getClassName())
                .findFirst()
                .orElse("a class");
    }

    private static Optional<String> exhausted(Throwable failure) {
        Throwable root = root(failure);
        if (root instanceof StackOverflowError) {
            return Optional.of("The module's code calls itself without end"
                    + Arrays.stream(root.getStackTrace())
                            .findFirst()
                            .map(frame -> " in " + frame.getClassName() + "." + frame.getMethodName())
                            .orElse("")
                    + "; correct it.");
        }
        return root instanceof OutOfMemoryError
                ? Optional.of("The module needs more memory to start than the server has (" + said(root)
                        + "); let it load less, or give the server more.")
                : Optional.empty();
    }

    private static Optional<String> wiring(Throwable failure) {
        Throwable root = root(failure);
        String component = chain(failure)
                .filter(BeanCreationException.class::isInstance)
                .map(broken -> ((BeanCreationException) broken).getBeanName())
                .reduce((outer, inner) -> inner)
                .map(name -> "Component " + name)
                .orElse("A component");
        if (root instanceof BeanCurrentlyInCreationException) {
            return Optional.of(component + " needs itself by way of others; break the circle.");
        }
        if (root instanceof NoSuchBeanDefinitionException missing) {
            ResolvableType type = missing.getResolvableType();
            return Optional.of(component + " needs " + (type == null ? missing.getBeanName() : type)
                    + ", of which " + (missing.getNumberOfBeansFound() > 1 ? "there are several" : "there is none")
                    + " among the module's components and the platform's services; declare exactly one.");
        }
        return chain(failure)
                .filter(BeanInstantiationException.class::isInstance)
                .findFirst()
                .map(broken ->
                        ((BeanInstantiationException) broken).getBeanClass().getName())
                .map(type -> "The constructor of component " + type + " fails: " + thrown(root));
    }

    private static String thrown(Throwable root) {
        String kind = root.getClass().getSimpleName();
        return said(root).isEmpty() ? kind + "." : said(root) + " (" + kind + ").";
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static Throwable root(Throwable failure) {
        return chain(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.iterate(failure, cause -> cause != null && seen.add(cause), Throwable::getCause);
    }
}
