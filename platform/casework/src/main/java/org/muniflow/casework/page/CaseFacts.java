package org.muniflow.casework.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.api.page.RecordPage;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.document.CaseDocumentLists;
import org.muniflow.casework.document.Filed;
import org.muniflow.casework.page.RecordPages.PageLink;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.springframework.stereotype.Component;

/**
 * What the owning department and the platform's services know about a case: titles, record pages, documents, notices. All but
 * the record pages is known also while the department's module does not run.
 */
@Component
final class CaseFacts {

    private final Departments departments;
    private final Modules modules;
    private final List<ModuleService<?>> services;
    private final CaseDocumentLists documents;

    CaseFacts(Departments departments, Modules modules, List<ModuleService<?>> services, CaseDocumentLists documents) {
        this.documents = documents;
        this.departments = departments;
        this.modules = modules;
        this.services = services;
    }

    /** Returns a process's title; its key if no module ever declared it. */
    public String processTitle(String processKey) {
        return departments
                .ofProcess(processKey)
                .flatMap(department -> department.process(processKey))
                .map(ProcessDeclaration::title)
                .orElse(processKey);
    }

    /** Returns a team's name; its id if no module ever declared it. */
    public String teamName(String groupId) {
        return departments.teamName(groupId).orElse(groupId);
    }

    /** Returns the record page of the case, if the visitor may read it and a running version has it. */
    List<PageLink> pages(CaseFiles.Row file, Visitor visitor) {
        Optional<Department> owner = departments.ofProcess(file.processKey());
        if (owner.isEmpty() || file.recordId().isBlank()) {
            return List.of();
        }
        for (ActiveModule module : modules.versions(owner.get().module().name())) {
            for (ProcessDeclaration process : module.processes()) {
                RecordPage<?> page = process.key().equals(file.processKey())
                        ? ModulePages.find(module, String.valueOf(process.recordPage()))
                        : null;
                if (page != null) {
                    return RecordVisits.mayRead(visitor, page)
                            ? List.of(new PageLink(
                                    page.title(), RecordPages.address(module, page, file.recordId()), false))
                            : List.of();
                }
            }
        }
        return List.of();
    }

    /** Returns the module that keeps the case's record; empty if no module ever declared the process. */
    String module(CaseFiles.Row file) {
        return departments
                .ofProcess(file.processKey())
                .map(department -> department.module().name())
                .orElse("");
    }

    /** Returns the documents of the case and of its record that the visitor may read. */
    List<Filed> documents(CaseFiles.Row file, Visitor visitor) {
        return documents.onFile(file.caseNumber(), file.processKey(), file.recordId(), visitor.groups());
    }

    /** Returns the letters of the case; one whose document the visitor may not read is left out. */
    List<SentNotice> notices(CaseFiles.Row file, List<Filed> readable) {
        Set<String> ids = readable.stream()
                .flatMap(filed -> Stream.concat(Stream.of(filed.newest()), filed.former().stream()))
                .map(version -> version.document().id())
                .collect(Collectors.toSet());
        return service(Notices.class, file).map(notices -> notices.ofCase(file.caseNumber())).stream()
                .flatMap(List::stream)
                .filter(notice -> ids.contains(notice.documentId()))
                .toList();
    }

    private <T> Optional<T> service(Class<T> type, CaseFiles.Row file) {
        return departments.ofProcess(file.processKey()).flatMap(department -> services.stream()
                .filter(service -> service.type() == type)
                .map(service -> type.cast(service.forModule().apply(department.module())))
                .findFirst());
    }
}
