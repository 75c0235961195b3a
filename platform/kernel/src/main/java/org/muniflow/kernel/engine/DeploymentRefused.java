package org.muniflow.kernel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.muniflow.kernel.guard.Finding;

/** A deployment is refused; REST answers 400 with one report per file. */
final class DeploymentRefused extends ParseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    DeploymentRefused(List<Finding> findings) {
        super(
                findings.stream().map(Finding::toString).collect(Collectors.joining("\n", "Deployment refused:\n", "")),
                "",
                List.of(),
                List.of());
        this.findings = List.copyOf(findings);
    }

    @Override
    public List<ResourceReport> getResorceReports() {
        Map<String, List<Problem>> errors = new LinkedHashMap<>();
        for (Finding finding : findings) {
            errors.computeIfAbsent(finding.file(), file -> new ArrayList<>()).add(new Found(finding));
        }
        List<ResourceReport> reports = new ArrayList<>();
        errors.forEach((file, problems) -> reports.add(new ResourceReportImpl(file, problems, List.of())));
        return reports;
    }

    private record Found(Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.message();
        }

        @Override
        public int getLine() {
            return finding.line();
        }

        @Override
        public int getColumn() {
            return finding.column();
        }

        @Override
        public String getMainElementId() {
            return finding.elementId();
        }

        @Override
        public List<String> getElementIds() {
            return finding.elementId().isEmpty() ? List.of() : List.of(finding.elementId());
        }
    }
}
