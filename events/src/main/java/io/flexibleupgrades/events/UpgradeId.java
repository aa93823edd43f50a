package io.flexibleupgrades.events;

import java.util.UUID;

/**
 * One upgrade of one environment, and the stream of its preparation. What a publish compiles is
 * prepared under an id of this type too, see {@link PublishId#preparation}.
 */
public record UpgradeId(UUID value) {

  /**
   * Returns the id written in this text.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static UpgradeId parse(String text) {
    return new UpgradeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
