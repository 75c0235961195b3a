package org.muniflow.casework.page;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Assembles the pages. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PageConfiguration {}
