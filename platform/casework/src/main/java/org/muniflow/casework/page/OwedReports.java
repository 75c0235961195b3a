package org.muniflow.casework.page;

import java.util.List;
import org.muniflow.casework.duty.Report;

/** The reports that are owed and that a visitor sees. */
@FunctionalInterface
interface OwedReports {

    List<Report> owed(Visitor visitor);
}
