package org.muniflow.casework;

import org.muniflow.casework.absence.AbsenceConfiguration;
import org.muniflow.casework.act.ActConfiguration;
import org.muniflow.casework.board.BoardConfiguration;
import org.muniflow.casework.bundle.BundleConfiguration;
import org.muniflow.casework.calendar.CalendarConfiguration;
import org.muniflow.casework.cases.CasesConfiguration;
import org.muniflow.casework.clock.ClockConfiguration;
import org.muniflow.casework.delegation.DelegationConfiguration;
import org.muniflow.casework.department.DepartmentConfiguration;
import org.muniflow.casework.document.DocumentConfiguration;
import org.muniflow.casework.duty.DutyConfiguration;
import org.muniflow.casework.holiday.HolidayConfiguration;
import org.muniflow.casework.inbox.InboxConfiguration;
import org.muniflow.casework.journal.JournalConfiguration;
import org.muniflow.casework.law.LawConfiguration;
import org.muniflow.casework.ledger.LedgerConfiguration;
import org.muniflow.casework.notice.NoticeConfiguration;
import org.muniflow.casework.page.PageConfiguration;
import org.muniflow.casework.reading.ReadingConfiguration;
import org.muniflow.casework.recordclock.RecordClockConfiguration;
import org.muniflow.casework.retention.RetentionConfiguration;
import org.muniflow.casework.tolling.TollingConfiguration;
import org.muniflow.casework.worklist.WorkListConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles casework: one configuration per package, imported here. */
@Configuration(proxyBeanMethods = false)
@Import({
    AbsenceConfiguration.class,
    ActConfiguration.class,
    BoardConfiguration.class,
    BundleConfiguration.class,
    CalendarConfiguration.class,
    CasesConfiguration.class,
    ClockConfiguration.class,
    DelegationConfiguration.class,
    DepartmentConfiguration.class,
    DocumentConfiguration.class,
    DutyConfiguration.class,
    HolidayConfiguration.class,
    InboxConfiguration.class,
    JournalConfiguration.class,
    LawConfiguration.class,
    LedgerConfiguration.class,
    NoticeConfiguration.class,
    PageConfiguration.class,
    ReadingConfiguration.class,
    RecordClockConfiguration.class,
    RetentionConfiguration.class,
    TollingConfiguration.class,
    WorkListConfiguration.class
})
public class CaseworkConfiguration {}
