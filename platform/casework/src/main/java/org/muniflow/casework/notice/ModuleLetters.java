package org.muniflow.casework.notice;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.muniflow.casework.notice.Letters.Sender;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;

/** Finds a module's letters in its jar, and forgets its template engine when it stops. */
final class ModuleLetters implements Function<String, Sender>, ModuleListener {

    private final ObjectProvider<Modules> modules;
    private final Letters letters;

    ModuleLetters(ObjectProvider<Modules> modules, Letters letters) {
        this.modules = modules;
        this.letters = letters;
    }

    @Override
    public Sender apply(String name) {
        ActiveModule module = modules.getObject()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("Module " + name + " is stopped; its letters wait"));
        Map<String, String> prefixes = new LinkedHashMap<>();
        module.processes().forEach(process -> prefixes.put(process.prefix(), process.key()));
        return new Sender(name, module.title(), prefixes, key -> module.resource(LetterCheck.FOLDER + key + ".html")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public void stopped(ActiveModule module) {
        letters.forget(module.name());
    }
}
