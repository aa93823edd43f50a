package io.flexibleupgrades.cli.environment;

import picocli.CommandLine.Command;

/** {@code flexup environment}. */
@Command(name = "environment", description = "Environments.")
public final class EnvironmentCommand {}
