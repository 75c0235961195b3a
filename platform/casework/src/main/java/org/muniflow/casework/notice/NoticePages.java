package org.muniflow.casework.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A letter's page: what is known of it, and what can be recorded next, from the mailing to the return receipt. */
@Controller
class NoticePages {

    private static final String NOTICE = "notices/notice";

    private final Outbox outbox;
    private final PrintRoom room;
    private final Receipts receipts;
    private final CaseAccess access;
    private final Clock clock;

    NoticePages(Outbox outbox, PrintRoom room, Receipts receipts, CaseAccess access, Clock clock) {
        this.outbox = outbox;
        this.room = room;
        this.receipts = receipts;
        this.access = access;
        this.clock = clock;
    }

    /** Shows a letter and what can be recorded about it next. */
    @GetMapping("/notices/{id}")
    String notice(@PathVariable String id, Model model) {
        return show(readable(id), model, Map.of(), Map.of());
    }

    /** Records the mailing. */
    @PostMapping("/notices/{id}/mailing")
    String mailing(
            @PathVariable String id, @RequestParam Map<String, String> form, Model model, RedirectAttributes next) {
        OutboxNotice notice = workable(id);
        return record(
                notice,
                form,
                () -> room.mailed(notice, date(form, "mailedOn"), form.get("articleNumber")),
                "Mailing recorded.",
                model,
                next);
    }

    /** Records the return receipt. */
    @PostMapping("/notices/{id}/receipt")
    String receipt(
            @PathVariable String id, @RequestParam Map<String, String> form, Model model, RedirectAttributes next) {
        OutboxNotice notice = workable(id);
        return record(
                notice,
                form,
                () -> room.received(notice, date(form, "receivedOn")),
                notice.clockOnReceipt() == null
                        ? "Receipt recorded."
                        : "Receipt recorded. Clock " + notice.clockOnReceipt() + " counts from that date.",
                model,
                next);
    }

    /** Records that the letter came back. */
    @PostMapping("/notices/{id}/return")
    String returned(
            @PathVariable String id, @RequestParam Map<String, String> form, Model model, RedirectAttributes next) {
        OutboxNotice notice = workable(id);
        return record(
                notice,
                form,
                () -> room.returned(notice, date(form, "returnedOn")),
                "Return recorded. No clock has started.",
                model,
                next);
    }

    /** Decides about a letter of which no proof of receipt came. */
    @PostMapping("/notices/{id}/decision")
    String decision(
            @PathVariable String id, @RequestParam Map<String, String> form, Model model, RedirectAttributes next) {
        OutboxNotice notice = readable(id);
        Visitor visitor = Visitor.present();
        String user = visitor.user();
        if (user == null || !receipts.mayDecide(visitor.groups(), notice)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "Only the group that hears of this letter's clock decides about its receipt.");
        }
        return record(
                notice,
                form,
                () -> receipts.decide(
                        notice, form.getOrDefault("decision", ""), date(form, "takenOn"), form.get("reason"), user),
                "Decision recorded.",
                model,
                next);
    }

    private String record(
            OutboxNotice notice,
            Map<String, String> form,
            Runnable act,
            String done,
            Model model,
            RedirectAttributes next) {
        try {
            act.run();
        } catch (Rejected refusal) {
            Map<String, String> errors = new LinkedHashMap<>();
            for (FieldProblem problem : refusal.problems()) {
                errors.putIfAbsent(problem.field(), problem.message());
            }
            return show(notice, model, form, errors);
        }
        next.addFlashAttribute("message", done);
        return "redirect:/notices/" + notice.id();
    }

    private String show(OutboxNotice notice, Model model, Map<String, String> form, Map<String, String> errors) {
        Set<String> groups = Visitor.present().groups();
        model.addAttribute("notice", notice);
        model.addAttribute("pile", Pile.of(notice));
        model.addAttribute(
                "printedOn", notice.print() == null ? null : day(notice.print().at()));
        model.addAttribute("firstReadOn", notice.firstReadAt() == null ? null : day(notice.firstReadAt()));
        model.addAttribute("unproven", receipts.isUnproven(notice));
        model.addAttribute("decides", receipts.isUnproven(notice) && receipts.mayDecide(groups, notice));
        model.addAttribute("options", Map.of("decision", Receipts.CHOICES));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("editable", access.may(groups, notice.processKey(), Right.WORK));
        return NOTICE;
    }

    private LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    private OutboxNotice readable(String id) {
        return outbox.find(id)
                .filter(notice -> access.may(Visitor.present().groups(), notice.processKey(), Right.READ))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no notice " + id + " that you may read."));
    }

    private OutboxNotice workable(String id) {
        OutboxNotice notice = readable(id);
        if (!access.may(Visitor.present().groups(), notice.processKey(), Right.WORK)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Recording mail of this process needs the right to work on it.");
        }
        return notice;
    }

    private static @Nullable LocalDate date(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new Rejected(field, "Enter a date as year-month-day, for example 2026-06-18.");
        }
    }
}
