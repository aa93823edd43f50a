package io.flexibleupgrades.cli;

import io.flexibleupgrades.cli.terminal.OutputFormat;
import io.flexibleupgrades.cli.upgrade.Durations;
import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PlatformVersion;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the texts of the command line become the types of the product. */
final class Converters {
  private Converters() {}

  static void register(CommandLine commandLine) {
    register(commandLine, EnvironmentName.class, EnvironmentName::new);
    register(commandLine, ModuleId.class, ModuleId::new);
    register(commandLine, PlatformVersion.class, PlatformVersion::new);
    register(commandLine, Duration.class, Durations::parse);
    choice(commandLine, EnvironmentKind.class);
    choice(commandLine, LockPolicy.class);
    choice(commandLine, OutputFormat.class);
  }

  private static <E extends Enum<E>> void choice(CommandLine commandLine, Class<E> type) {
    register(commandLine, type, text -> Choice.parse(type, text));
  }

  private static <T> void register(
      CommandLine commandLine, Class<T> type, Function<String, T> parse) {
    commandLine.registerConverter(
        type,
        text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
          }
        });
  }
}
