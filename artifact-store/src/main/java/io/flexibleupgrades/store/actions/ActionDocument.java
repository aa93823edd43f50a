package io.flexibleupgrades.store.actions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.references.References;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * What came of a compile, as the worker wrote it: a JSON object whose members are the worker's
 * affair.
 *
 * @param text JSON, byte for byte as it was sent
 */
record ActionDocument(String text) {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Returns the document that the stream holds.
   *
   * @throws DocumentTooLargeException if there are more bytes than the limit
   * @throws MalformedActionException if it is no JSON object in UTF-8
   */
  static ActionDocument read(InputStream content, ActionLimits limits) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(limits.maxBytes() + 1);
    } catch (IOException e) {
      throw new MalformedActionException("it stopped before its end", e);
    }
    if (bytes.length > limits.maxBytes()) {
      throw new DocumentTooLargeException(limits.maxBytes());
    }
    var text = decoded(bytes);
    check(text);
    return new ActionDocument(text);
  }

  /** Returns the blobs that the document refers to. */
  Set<Digest> references() {
    var found = new HashSet<Digest>();
    try {
      References.in(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found::add);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read.", e);
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedActionException("it is not UTF-8", e);
    }
  }

  private static void check(String text) {
    try (var parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "a JSON object starts with '{'");
      }
      parser.skipChildren();
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new JsonParseException(parser, "there must be one JSON object and nothing after it");
      }
    } catch (JsonProcessingException e) {
      throw new MalformedActionException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read.", e);
    }
  }
}
