package io.flexibleupgrades.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;

/** Writes JSON for scripts: one value, or an array whose elements come one after the other. */
public final class JsonOutput {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private final PrintStream out;
  private boolean begun;

  JsonOutput(PrintStream out) {
    this.out = out;
  }

  /** Writes one value. */
  public void print(JsonNode value) {
    out.println(text(value));
    out.flush();
  }

  /** Writes the next element of an array. */
  public void element(JsonNode value) {
    out.print(begun ? ",\n" : "[\n");
    out.print(text(value));
    begun = true;
  }

  /** Ends the array, also one without elements. */
  public void endArray() {
    out.println(begun ? "\n]" : "[]");
    out.flush();
  }

  /** Jackson escapes what JSON demands; terminals also obey the controls from DEL to U+009F. */
  private static String text(JsonNode value) {
    try {
      var json = WRITER.writeValueAsString(value);
      var safe = new StringBuilder(json.length());
      for (int i = 0; i < json.length(); i++) {
        char c = json.charAt(i);
        if (c >= 0x7F && c <= 0x9F) {
          safe.append("\\u%04x".formatted((int) c));
        } else {
          safe.append(c);
        }
      }
      return safe.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree cannot be written.", e);
    }
  }
}
