package org.muniflow.casework.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.page.Visitor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Hands out the record of a case, to whoever may read the case. */
@Controller
@RequestMapping("/cases/{caseNumber}/record")
final class RecordDesk {

    private final CaseFiles cases;
    private final CaseAccess access;
    private final HearingRecords records;
    private final Clock clock;

    RecordDesk(CaseFiles cases, CaseAccess access, HearingRecords records, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String caseNumber) {
        return page(readable(caseNumber), LocalDate.now(clock).toString(), null);
    }

    /** Makes the record. It is a POST since it leaves a line in the journal. */
    @PostMapping
    Object make(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String asOf) {
        CaseFiles.Row file = readable(caseNumber);
        LocalDate day;
        try {
            day = LocalDate.parse(asOf.strip());
        } catch (DateTimeParseException wrong) {
            return page(file, asOf, "Enter a date as year-month-day, for example 2026-06-18.");
        }
        if (day.isAfter(LocalDate.now(clock))) {
            return page(file, asOf, "This day lies in the future; nobody knows yet what the record will hold.");
        }
        LocalDate opened = file.startedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
        if (day.isBefore(opened)) {
            return page(file, asOf, "The case was opened on " + opened + "; choose that day or a later one.");
        }
        HearingRecords.Ready ready = records.make(file, day);
        return sent(ready, caseNumber + "-record-" + day + ".pdf");
    }

    private static ResponseEntity<Resource> sent(HearingRecords.Ready ready, String name) {
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .contentLength(Files.size(ready.pdf()))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .header("X-Content-SHA256", ready.sha256())
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .body(new InputStreamResource(() -> thenGone(ready)));
        } catch (IOException gone) {
            ready.close();
            throw new ResponseStatusException(
                    HttpStatus.INTERNAL_SERVER_ERROR, "The record could not be read; try again.", gone);
        }
    }

    private static InputStream thenGone(HearingRecords.Ready ready) throws IOException {
        return new FilterInputStream(Files.newInputStream(ready.pdf())) {
            @Override
            public void close() throws IOException {
                super.close();
                ready.close();
            }
        };
    }

    private static ModelAndView page(CaseFiles.Row file, String asOf, @Nullable String problem) {
        ModelAndView page = new ModelAndView("case/record");
        if (problem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.addObject("file", file);
        page.addObject("form", Map.of("asOf", asOf));
        page.addObject("errors", problem == null ? Map.of() : Map.of("asOf", problem));
        page.addObject("mandatory", Set.of("asOf"));
        return page;
    }

    private CaseFiles.Row readable(String caseNumber) {
        Set<String> groups = Visitor.present().groups();
        return cases.row(caseNumber)
                .filter(file -> access.may(groups, file.processKey(), Right.READ))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no case " + caseNumber + " that you may read."));
    }
}
