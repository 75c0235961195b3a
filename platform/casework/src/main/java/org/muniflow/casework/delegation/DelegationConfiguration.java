package org.muniflow.casework.delegation;

import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.muniflow.api.casework.Delegations;
import org.muniflow.casework.department.Departments;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Delegations, what they let people see and do, and their pages. */
@Configuration(proxyBeanMethods = false)
@Import({DelegationPages.class, DelegationApi.class})
public class DelegationConfiguration {

    @Bean
    DelegationRows delegationRows(JdbcClient jdbc, Clock clock) {
        return new DelegationRows(jdbc, clock);
    }

    @Bean
    Teams teamsOfPeople(IdentityService identities, Actors actors) {
        return new Teams(identities, actors);
    }

    @Bean
    TeamTasks teamTasks(Departments departments, RepositoryService models, Actors actors) {
        return new TeamTasks(departments, models, actors);
    }

    @Bean
    MandatesToday mandates(DelegationRows rows, ObjectProvider<Teams> teams, Clock clock) {
        return new MandatesToday(rows, teams::getObject, clock);
    }

    @Bean
    ModuleService<Delegations> delegationsForModules(MandatesToday mandates) {
        return new ModuleService<>(Delegations.class, module -> mandates);
    }

    @Bean
    DelegateMarks delegateMarks(DelegationRows rows, Clock clock) {
        return new DelegateMarks(rows, clock);
    }

    @Bean
    DelegatedRights delegatedRights(
            DelegationRows rows,
            Teams teams,
            TeamTasks teamTasks,
            DelegateMarks marks,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            JdbcClient jdbc,
            Actors actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new DelegatedRights(
                rows,
                teams,
                teamTasks,
                new EngineRights(authorizations, new RightRows(jdbc)),
                new DelegateFilters(filters, tasks),
                marks,
                tasks,
                actors,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    DelegationDesk delegationDesk(
            DelegationRows rows,
            Teams teams,
            TeamTasks tasks,
            DelegatedRights rights,
            PlatformTransactionManager transactions,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup,
            Clock clock) {
        return new DelegationDesk(rows, teams, tasks, rights, new TransactionTemplate(transactions), adminGroup, clock);
    }

    @Bean
    DelegationWatch delegationWatch(DelegatedRights rights) {
        return new DelegationWatch(rights);
    }
}
