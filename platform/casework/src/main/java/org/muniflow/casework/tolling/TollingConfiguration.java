package org.muniflow.casework.tolling;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Assembles the pages of a case's clocks. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class TollingConfiguration {}
