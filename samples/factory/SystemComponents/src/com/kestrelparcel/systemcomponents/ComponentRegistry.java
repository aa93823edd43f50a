package com.kestrelparcel.systemcomponents;

import java.util.ArrayList;
import java.util.List;
import platform.event.EventBus;
import platform.log.Log;
import platform.settings.Settings;

/** The environment's own components and their health. */
public final class ComponentRegistry {

  /** Published when a component is found broken. */
  public record ComponentBroken(String component, boolean vital) {}

  private final List<Component> components = new ArrayList<>();
  private final EventBus events;
  private final Log log = Log.of("SystemComponents");

  /** A registry that publishes what it finds on the bus. */
  public ComponentRegistry(EventBus events) {
    this.events = events;
  }

  /** The registry every environment starts with. */
  public static ComponentRegistry standard(Settings settings, EventBus events) {
    ComponentRegistry registry = new ComponentRegistry(events);
    registry.add(new Component("Clock", true, () -> true));
    registry.add(new Component("Mail", false, () -> settings.number("mail.port", 0) > 0));
    registry.add(new Component("Storage", true, () -> settings.number("storage.gb", 10) >= 5));
    return registry;
  }

  /** Adds a component to what is checked. */
  public void add(Component component) {
    components.add(component);
  }

  /** Checks all components and returns the names of the broken ones. */
  public List<String> check() {
    List<String> broken = new ArrayList<>();
    for (Component component : components) {
      if (component.check().getAsBoolean()) {
        log.info(component.name() + " works");
        continue;
      }
      log.error(component.name() + " is broken");
      broken.add(component.name());
      events.publish(new ComponentBroken(component.name(), component.vital()));
    }
    return broken;
  }

  /** How many components are registered. */
  public int size() {
    return components.size();
  }
}
