package io.flexibleupgrades.servicecenter.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.MessageJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How diagnostics are kept in a column. */
public final class StoredDiagnostics {
  private static final JsonMapper JSON = MessageJson.mapper();

  private StoredDiagnostics() {}

  /** Returns the column's text for these diagnostics. */
  public static String write(List<Diagnostic> diagnostics) {
    try {
      return JSON.writeValueAsString(diagnostics);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write diagnostics as JSON.", e);
    }
  }

  /** Returns the diagnostics in the column's text, none if there is no row. */
  public static List<Diagnostic> read(@Nullable String column) {
    if (column == null) {
      return List.of();
    }
    try {
      return JSON.readValue(column, new TypeReference<List<Diagnostic>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The stored diagnostics are unreadable: rebuild the views.", e);
    }
  }
}
