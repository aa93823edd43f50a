package io.flexibleupgrades.store.references;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Finds the blobs that a JSON document refers to: every text in it that is a digest, whatever the
 * member is called. Who adds a member to a document need not tell the store.
 */
public final class References {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private References() {}

  /**
   * Shows what is referred to before the document's end, or before it stops being JSON: nobody else
   * can read on either.
   */
  public static void in(InputStream json, Reader reader) throws IOException {
    try (var parser = JSON.createParser(json)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && DIGEST.matcher(parser.getText()).matches()) {
          reader.read(new Digest(parser.getText()));
        }
      }
    } catch (JsonProcessingException _) {
      // What was found so far counts.
    }
  }

  /** Is shown one reference after the other. */
  @FunctionalInterface
  public interface Reader {
    void read(Digest reference) throws IOException;
  }
}
