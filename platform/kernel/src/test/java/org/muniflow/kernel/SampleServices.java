package org.muniflow.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.kernel.spi.ExpressionBean;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What casework supplies to the {@linkplain ModulePack#sample sample department}, in its simplest form: give this class to
 * {@link KernelCity#fresh}. A day costs 12 dollars, a clock runs ten days, a letter is thrown away, and a case is started
 * with the engine's own means and the variables {@code requestId} and {@code receivedOn}.
 */
@Configuration(proxyBeanMethods = false)
public class SampleServices {

    /** The sample's process. */
    public static final String PROCESS = "sample-permits-request";

    /** Files a request and starts its case. */
    public static String start(KernelCity city, int days) {
        String id = UUID.randomUUID().toString();
        city.jdbc()
                .sql("insert into sample_permits.request (id, applicant, street, city, days, received_on, status)"
                        + " values (?, 'Ada Park', '1 Main St', 'Kansas City, MO', ?, date '2026-03-02', 'RECEIVED')")
                .params(id, days)
                .update();
        return city.runtime()
                .startProcessInstanceByKey(PROCESS, "SAMP-" + id, Map.of("requestId", id, "receivedOn", "2026-03-02"))
                .getId();
    }

    @Bean
    ModuleService<LawNumbers> sampleNumbers() {
        return new ModuleService<>(LawNumbers.class, module -> (id, governing) -> BigDecimal.valueOf(12));
    }

    @Bean
    ModuleService<Notices> sampleNotices() {
        return new ModuleService<>(Notices.class, module -> new NoNotices());
    }

    @Bean
    ModuleService<Cases> sampleCases() {
        return new ModuleService<>(Cases.class, module -> new NoCases());
    }

    @Bean
    TenDays sampleClocks() {
        return new TenDays();
    }

    /** The models' {@code clocks}. */
    public static final class TenDays implements ExpressionBean {

        @Override
        public String expressionName() {
            return "clocks";
        }

        public Date due(String clock, String trigger) {
            return Date.from(LocalDate.parse(trigger)
                    .plusDays(10)
                    .atTime(LocalTime.MAX)
                    .atZone(ZoneId.of("America/Chicago"))
                    .toInstant());
        }
    }

    private static final class NoNotices implements Notices {

        @Override
        public String send(Notice notice) {
            return UUID.randomUUID().toString();
        }

        @Override
        public List<SentNotice> ofCase(String caseNumber) {
            return List.of();
        }
    }

    private static final class NoCases implements Cases {

        @Override
        public String start(
                String processKey, String recordId, String title, LocalDate receivedOn, Map<String, ?> variables) {
            throw new UnsupportedOperationException("Start the sample's cases with SampleServices.start");
        }

        @Override
        public boolean message(String message, String caseNumber, Map<String, ?> variables) {
            return false;
        }

        @Override
        public void reopen(String caseNumber, String elementId, String reason, Map<String, ?> variables) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CaseFile> find(String caseNumber) {
            return Optional.empty();
        }
    }
}
