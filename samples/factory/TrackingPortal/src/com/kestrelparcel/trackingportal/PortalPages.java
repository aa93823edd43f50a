package com.kestrelparcel.trackingportal;

import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.tracking.TrackingEvent;
import com.kestrelparcel.tracking.TrackingLog;
import java.util.Map;
import platform.http.HttpRequest;
import platform.http.HttpResponse;
import platform.http.Router;
import platform.screen.Screen;
import platform.screen.TableBlock;
import platform.text.TextFormat;

/** The public pages on which everybody can follow a parcel. */
final class PortalPages {
  private final TrackingLog tracking;
  private final Router router = new Router();

  PortalPages(TrackingLog tracking) {
    this.tracking = tracking;
    router.expose("GET", "/parcels/{number}", this::history);
    router.expose("GET", "/parcels/{number}/status", this::status);
  }

  HttpResponse get(String path) {
    return router.handle(HttpRequest.get(path));
  }

  private HttpResponse history(HttpRequest request, Map<String, String> path) {
    return answer(path, this::screen);
  }

  private HttpResponse status(HttpRequest request, Map<String, String> path) {
    return answer(path, number -> tracking.status(number).name());
  }

  private HttpResponse answer(Map<String, String> path, Page page) {
    try {
      return HttpResponse.ok(page.of(new TrackingNumber(path.get("number"))));
    } catch (IllegalArgumentException e) {
      return HttpResponse.notFound(path.get("number"));
    }
  }

  private String screen(TrackingNumber number) {
    TableBlock table = TableBlock.of("Day", "Status", "Where");
    for (TrackingEvent event : tracking.of(number)) {
      table.row(TextFormat.date(event.day()), event.status(), event.where());
    }
    return Screen.titled("Your parcel " + number).add(table).toText();
  }

  private interface Page {
    String of(TrackingNumber number);
  }
}
