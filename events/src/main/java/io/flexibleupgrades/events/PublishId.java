package io.flexibleupgrades.events;

import java.util.UUID;

/** One publish of one or more modules of an environment. */
public record PublishId(UUID value) {

  /**
   * Returns the id written in this text.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static PublishId parse(String text) {
    return new PublishId(UUID.fromString(text));
  }

  /** Returns the id under which the modules of the publish are prepared. */
  public UpgradeId preparation() {
    return new UpgradeId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
