package org.muniflow.api.catalogue;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Citation;

/**
 * Writes {@code META-INF/muniflow/catalogue.json} at compile time: what a module offers to models, with documentation,
 * types and citations. The deploy guard compares models with it; the studio shows it to analysts.
 *
 * <p>Errors are compile errors at the class: an ill-typed component, a citation that does not parse, a class that is
 * neither delegate nor guard, two offers of one name.
 */
public final class CatalogueProcessor extends AbstractProcessor {

    private static final String DELEGATE = "org.muniflow.api.delegate.Delegate";
    private static final String GUARD = "org.muniflow.api.delegate.TaskGuard";
    private static final Set<String> TYPES = Set.of(
            "java.lang.String",
            "boolean",
            "java.lang.Boolean",
            "int",
            "java.lang.Integer",
            "long",
            "java.lang.Long",
            "java.math.BigDecimal",
            "java.time.LocalDate",
            "java.util.List<java.lang.String>");
    private static final Pattern PARAM = Pattern.compile("@param\\s+(\\w+)\\s+(.*?)(?=\\s*@\\w|\\z)", Pattern.DOTALL);

    private final List<Offer> offers = new ArrayList<>();

    private record Field(String name, String type, boolean required, List<String> values, String doc) {}

    private record Offer(
            String name,
            String kind,
            String type,
            String title,
            String cites,
            String doc,
            List<Field> input,
            List<Field> output) {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Offered.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(Offered.class))) {
            read(type);
        }
        if (round.processingOver() && !offers.isEmpty()) {
            write();
        }
        return false;
    }

    private void read(TypeElement type) {
        Offered offered = type.getAnnotation(Offered.class);
        String simple = type.getSimpleName().toString();
        String name = offered.name().isEmpty()
                ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1)
                : offered.name();
        try {
            Citation.parseAll(offered.cites());
        } catch (IllegalArgumentException e) {
            error(type, String.valueOf(e.getMessage()));
        }
        DeclaredType contract = contract(type);
        if (contract == null) {
            error(type, simple + " is @Offered but implements neither Delegate nor TaskGuard");
            return;
        }
        boolean delegate = contract.asElement().toString().equals(DELEGATE);
        List<? extends TypeMirror> arguments = contract.getTypeArguments();
        if (offers.stream().anyMatch(offer -> offer.name().equals(name))) {
            error(type, "Two classes are offered as '" + name + "'");
        }
        offers.add(new Offer(
                name,
                delegate ? "delegate" : "guard",
                processingEnv.getElementUtils().getBinaryName(type).toString(),
                offered.title(),
                offered.cites(),
                description(type),
                fields(type, arguments.get(0)),
                delegate ? fields(type, arguments.get(1)) : List.of()));
    }

    private @Nullable DeclaredType contract(TypeElement type) {
        for (TypeMirror implemented : type.getInterfaces()) {
            if (implemented instanceof DeclaredType declared
                    && Set.of(DELEGATE, GUARD).contains(declared.asElement().toString())) {
                return declared;
            }
        }
        return null;
    }

    private List<Field> fields(TypeElement owner, TypeMirror type) {
        Element element = processingEnv.getTypeUtils().asElement(type);
        String docs = element == null ? "" : documentation(element);
        List<Field> fields = new ArrayList<>();
        if (element instanceof TypeElement record) {
            for (RecordComponentElement component : record.getRecordComponents()) {
                fields.add(field(owner, component, docs));
            }
        }
        return fields;
    }

    private Field field(TypeElement owner, RecordComponentElement component, String docs) {
        String name = component.getSimpleName().toString();
        TypeMirror mirror = component.asType();
        String type = mirror.toString().replaceAll("@[\\w.]+\\s*", "").replace(" ", "");
        List<String> values = new ArrayList<>();
        Element declared = processingEnv.getTypeUtils().asElement(mirror);
        if (declared != null && declared.getKind() == javax.lang.model.element.ElementKind.ENUM) {
            declared.getEnclosedElements().stream()
                    .filter(constant -> constant.getKind() == javax.lang.model.element.ElementKind.ENUM_CONSTANT)
                    .forEach(constant -> values.add(constant.getSimpleName().toString()));
        } else if (!TYPES.contains(type)) {
            error(
                    owner,
                    "Component '" + name + "' has type " + type + "; a process variable is a String, Boolean,"
                            + " Integer, Long, BigDecimal, LocalDate, enum or List<String>");
        }
        boolean nullable = mirror.toString().contains("Nullable")
                || component.getAccessor().getReturnType().toString().contains("Nullable");
        return new Field(name, type, !nullable, values, parameter(docs, name));
    }

    private static String parameter(String docs, String name) {
        Matcher matcher = PARAM.matcher(docs);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2).strip().replaceAll("\\s+", " ");
            }
        }
        return "";
    }

    private String documentation(Element element) {
        String text = processingEnv.getElementUtils().getDocComment(element);
        return text == null ? "" : text;
    }

    private String description(Element element) {
        return documentation(element).split("\\n\\s*@", 2)[0].strip().replaceAll("\\s+", " ");
    }

    private void error(Element element, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
    }

    private void write() {
        offers.sort(Comparator.comparing(Offer::name));
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/muniflow/catalogue.json")
                .openWriter()) {
            out.write(Json.array(offers.stream().map(CatalogueProcessor::json).toList()) + "\n");
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "Cannot write the catalogue: " + e.getMessage());
        }
    }

    private static String json(Offer offer) {
        return Json.object(
                "name", Json.text(offer.name()),
                "kind", Json.text(offer.kind()),
                "type", Json.text(offer.type()),
                "title", Json.text(offer.title()),
                "cites", Json.text(offer.cites()),
                "doc", Json.text(offer.doc()),
                "input",
                        Json.array(offer.input().stream()
                                .map(CatalogueProcessor::json)
                                .toList()),
                "output",
                        Json.array(offer.output().stream()
                                .map(CatalogueProcessor::json)
                                .toList()));
    }

    private static String json(Field field) {
        return Json.object(
                "name", Json.text(field.name()),
                "type", Json.text(field.type()),
                "required", String.valueOf(field.required()),
                "values", Json.array(field.values().stream().map(Json::text).toList()),
                "doc", Json.text(field.doc()));
    }
}
