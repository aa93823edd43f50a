package io.flexibleupgrades.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's headers and bytes, as any client of Kafka carries them: CloudEvents 1.0 in binary
 * mode.
 */
public final class WireMessage {
  private final Map<String, String> headers;
  private final byte[] payload;

  /**
   * Takes the array without copying it.
   *
   * @param headers text of each header by its name
   * @param payload JSON in UTF-8, if the message is well formed
   */
  public WireMessage(Map<String, String> headers, byte[] payload) {
    this.headers = Map.copyOf(headers);
    this.payload = payload;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** Returns the header's text, null if there is none of that name. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Returns the bytes themselves, not a copy. */
  public byte[] payload() {
    return payload;
  }
}
