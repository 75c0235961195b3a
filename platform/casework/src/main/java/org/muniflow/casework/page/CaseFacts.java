package org.muniflow.casework.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.page.RecordPages.PageLink;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.Team;
import org.springframework.stereotype.Component;

/** What the owning module and the platform's services know about a case: titles, record pages, documents, notices. */
@Component
final class CaseFacts {

    private final Modules modules;
    private final List<ModuleService<?>> services;

    CaseFacts(Modules modules, List<ModuleService<?>> services) {
        this.modules = modules;
        this.services = services;
    }

    /** Returns a process's title; its key while its module is stopped. */
    public String processTitle(String processKey) {
        return modules.owner(processKey).stream()
                .flatMap(module -> module.processes().stream())
                .filter(process -> process.key().equals(processKey))
                .map(ProcessDeclaration::title)
                .findFirst()
                .orElse(processKey);
    }

    /** Returns a team's name; its id if no running module declares it. */
    public String teamName(String groupId) {
        return modules.active().stream()
                .flatMap(module -> module.teams().stream())
                .filter(team -> team.groupId().equals(groupId))
                .map(Team::name)
                .findFirst()
                .orElse(groupId);
    }

    /** Returns the record page of the case that the visitor may read, the module's others behind it. */
    List<PageLink> pages(CaseFiles.Row file, Visitor visitor) {
        Optional<ActiveModule> owner = modules.owner(file.processKey());
        if (owner.isEmpty() || file.recordId().isBlank()) {
            return List.of();
        }
        ActiveModule module = owner.get();
        String main = module.processes().stream()
                .filter(process -> process.key().equals(file.processKey()))
                .map(process -> String.valueOf(process.recordPage()))
                .findFirst()
                .orElse("");
        List<PageLink> links = new ArrayList<>();
        module.components(org.muniflow.api.page.RecordPage.class).stream()
                .filter(page -> page.key().equals(main) && RecordVisits.mayRead(visitor, page))
                .forEach(page -> links.add(
                        new PageLink(page.title(), RecordPages.address(module, page, file.recordId()), false)));
        return links;
    }

    List<Documents.StoredDocument> documents(CaseFiles.Row file) {
        if (file.recordId().isBlank()) {
            return List.of();
        }
        return service(Documents.class, file)
                .map(documents -> documents.ofRecord(file.recordId()))
                .orElse(List.of());
    }

    List<SentNotice> notices(CaseFiles.Row file) {
        return service(Notices.class, file)
                .map(notices -> notices.ofCase(file.caseNumber()))
                .orElse(List.of());
    }

    private <T> Optional<T> service(Class<T> type, CaseFiles.Row file) {
        return modules.owner(file.processKey()).flatMap(module -> services.stream()
                .filter(service -> service.type() == type)
                .map(service -> type.cast(service.forModule().apply(module.id())))
                .findFirst());
    }
}
