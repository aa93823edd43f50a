package com.kestrelparcel.servicecenter;

import com.kestrelparcel.systemcomponents.ComponentRegistry;
import com.kestrelparcel.systemcomponents.ComponentRegistry.ComponentBroken;
import java.util.List;
import platform.event.EventBus;
import platform.screen.Screen;
import platform.screen.TableBlock;
import platform.settings.Settings;

/** The page on which operators see how the environment is. */
public final class EnvironmentHealth {
  private final ComponentRegistry registry;
  private boolean vitalPartBroken;

  /** Watches the components that publish on this bus. */
  public EnvironmentHealth(ComponentRegistry registry, EventBus events) {
    this.registry = registry;
    events.subscribe(ComponentBroken.class, this::note);
  }

  /** The health of an environment with standard components. */
  public static EnvironmentHealth of(Settings settings) {
    EventBus events = new EventBus();
    return new EnvironmentHealth(ComponentRegistry.standard(settings, events), events);
  }

  /** Checks everything and shows the result. */
  public Screen check() {
    vitalPartBroken = false;
    List<String> broken = registry.check();
    TableBlock table = TableBlock.of("Checked", "Broken", "Verdict");
    table.row(registry.size(), broken.size(), verdict(broken));
    return Screen.titled("Service Center").add(table);
  }

  private String verdict(List<String> broken) {
    if (broken.isEmpty()) {
      return "healthy";
    }
    return (vitalPartBroken ? "down: " : "degraded: ") + String.join(", ", broken);
  }

  private void note(ComponentBroken event) {
    vitalPartBroken |= event.vital();
  }
}
