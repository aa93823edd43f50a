package io.flexibleupgrades.servicecenter.endpoints;

import java.net.URI;

/** The base addresses of the system's parts. */
public record Endpoints(URI serviceCenter, URI orchestrator, URI store) {}
