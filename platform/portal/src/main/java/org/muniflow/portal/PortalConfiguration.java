package org.muniflow.portal;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Assembles the portal. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PortalConfiguration {}
