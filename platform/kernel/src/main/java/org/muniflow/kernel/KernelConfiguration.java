package org.muniflow.kernel;

import org.springframework.context.annotation.Configuration;

/** Assembles the kernel. */
@Configuration(proxyBeanMethods = false)
public class KernelConfiguration {}
