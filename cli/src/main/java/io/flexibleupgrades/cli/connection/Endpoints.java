package io.flexibleupgrades.cli.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;

/** The base addresses of the services. */
public record Endpoints(URI serviceCenter, URI orchestrator, URI store) {

  /**
   * Returns the addresses in this document.
   *
   * @throws IllegalArgumentException if one is missing or is no address
   */
  static Endpoints of(JsonNode json) {
    return new Endpoints(
        address(json, "serviceCenter"), address(json, "orchestrator"), address(json, "store"));
  }

  /**
   * Returns the address written in this text.
   *
   * @throws IllegalArgumentException if it is none, or not of a web server
   */
  static URI address(String text) {
    try {
      var address = new URI(text);
      var scheme = String.valueOf(address.getScheme());
      if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw new IllegalArgumentException(
            "'" + text + "' is no address such as http://127.0.0.1:7800.");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no address such as http://127.0.0.1:7800.", e);
    }
  }

  private static URI address(JsonNode json, String service) {
    var value = json.path(service);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("The address '" + service + "' is missing.");
    }
    return address(value.textValue());
  }
}
