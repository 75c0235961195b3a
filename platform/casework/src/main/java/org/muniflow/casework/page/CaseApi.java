package org.muniflow.casework.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the case page's diagram loads: the BPMN file and the way taken. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
final class CaseApi {

    private final CaseFiles cases;
    private final CaseTrails trails;
    private final CaseRights rights;

    CaseApi(CaseFiles cases, CaseTrails trails, CaseRights rights) {
        this.cases = cases;
        this.trails = trails;
        this.rights = rights;
    }

    @GetMapping("/diagram")
    ResponseEntity<byte[]> diagram(@PathVariable String caseNumber, @RequestParam String definition) {
        HttpStatus refusal = refusal(caseNumber);
        if (refusal != null) {
            return ResponseEntity.status(refusal).build();
        }
        return trails.diagram(caseNumber, definition)
                .map(xml -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.APPLICATION_XML, java.nio.charset.StandardCharsets.UTF_8))
                        .body(xml))
                .orElse(ResponseEntity.notFound().build());
    }

    @GetMapping("/path")
    ResponseEntity<List<CaseTrail>> path(@PathVariable String caseNumber) {
        HttpStatus refusal = refusal(caseNumber);
        return refusal != null ? ResponseEntity.status(refusal).build() : ResponseEntity.ok(trails.of(caseNumber));
    }

    private @Nullable HttpStatus refusal(String caseNumber) {
        Optional<CaseFiles.Row> file = cases.row(caseNumber);
        if (file.isEmpty()) {
            return HttpStatus.NOT_FOUND;
        }
        return rights.allowed(Visitor.present(), file.get().processKey()) ? null : HttpStatus.FORBIDDEN;
    }
}
