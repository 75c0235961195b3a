package org.muniflow.casework;

import org.muniflow.casework.calendar.CalendarConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles casework: one configuration per package, imported here. */
@Configuration(proxyBeanMethods = false)
@Import({CalendarConfiguration.class})
public class CaseworkConfiguration {}
