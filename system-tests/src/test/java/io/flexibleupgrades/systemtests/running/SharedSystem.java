package io.flexibleupgrades.systemtests.running;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the same {@link RunningSystem} with two workers to all tests. A test has an environment of
 * its own in it, and leaves it with all processes running.
 */
public final class SharedSystem implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningSystem.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(
            RunningSystem.class,
            _ -> RunningSystem.start("shared", 2, Map.of()),
            RunningSystem.class);
  }
}
