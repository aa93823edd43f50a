package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.ServiceClient;
import java.util.function.Predicate;

/** Reads lists that come in pages. */
public final class Pages {
  private static final String ITEMS_A_PAGE = "500";

  private final ServiceClient service;

  public Pages(ServiceClient service) {
    this.service = service;
  }

  /** Gives every item of a list to the receiver, until that returns false. */
  public void forEach(ApiPath path, Predicate<JsonNode> receiver) {
    var cursor = "";
    do {
      var page = service.get(path.with("limit", ITEMS_A_PAGE).with("cursor", cursor));
      for (var item : page.path("items")) {
        if (!receiver.test(item)) {
          return;
        }
      }
      var next = page.path("next").asText("");
      cursor = page.path("next").isNull() || next.equals(cursor) ? "" : next;
    } while (!cursor.isEmpty());
  }
}
