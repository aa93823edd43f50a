package io.flexibleupgrades.servicecenter.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that is put together from parts, each with the values of its question marks. */
public final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** Adds a part; what stands in it comes from the program alone, never from a request. */
  public Sql add(String part, @Nullable Object... partValues) {
    text.append(part).append('\n');
    values.addAll(Arrays.asList(partValues));
    return this;
  }

  String text() {
    return text.toString();
  }

  @Nullable Object[] values() {
    return values.toArray();
  }
}
