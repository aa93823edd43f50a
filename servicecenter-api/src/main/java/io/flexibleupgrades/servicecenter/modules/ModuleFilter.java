package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which modules are asked for; what is null does not restrict them.
 *
 * @param producer a module that they consume directly
 * @param text part of the name, in upper or lower case
 */
public record ModuleFilter(
    @Nullable ModuleState state,
    @Nullable ModuleKind kind,
    @Nullable ModuleId producer,
    @Nullable String text) {

  /** Returns the filter that a request names. */
  public static ModuleFilter of(
      @Nullable String state,
      @Nullable String kind,
      @Nullable String producer,
      @Nullable String text) {
    return new ModuleFilter(
        Parameters.choice(state, ModuleState::parse),
        Parameters.choice(kind, ModuleFilter::kind),
        Parameters.choice(producer, name -> new ModuleId(name.strip())),
        Parameters.text(text));
  }

  /** Returns whether it restricts the modules at all. */
  public boolean isSet() {
    return state != null || kind != null || producer != null || text != null;
  }

  static ModuleKind kind(String text) {
    return Arrays.stream(ModuleKind.values())
        .filter(kind -> kind.toString().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kind must be one of %s, not '%s'."
                    .formatted(Arrays.toString(ModuleKind.values()), text)));
  }
}
