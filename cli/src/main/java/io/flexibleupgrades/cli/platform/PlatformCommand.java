package io.flexibleupgrades.cli.platform;

import picocli.CommandLine.Command;

/** {@code flexup platform}. */
@Command(name = "platform", description = "Platform distributions.")
public final class PlatformCommand {}
