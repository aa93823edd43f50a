package com.kestrelparcel.checkoutconnector;

import java.util.List;
import platform.http.HttpRequest;
import platform.http.HttpResponse;

/** Connects web shops to the company's prices. */
public final class CheckoutConnector {
  private CheckoutConnector() {}

  /** Asks for the cost of four purchases. */
  public static void main(String[] args) {
    CheckoutService service = new CheckoutService();
    List<HttpRequest> requests =
        List.of(
            HttpRequest.post("/landed-cost/0.6", "Hiking shoes=12900"),
            HttpRequest.post("/landed-cost/0.2", "Poster=1500"),
            HttpRequest.post("/landed-cost/4", "House plant=3900"),
            HttpRequest.post("/landed-cost/28", "Wine=24000"));
    for (HttpRequest request : requests) {
      HttpResponse response = service.handle(request);
      System.out.println(request.body() + " -> " + response.status() + " " + response.body());
    }
  }
}
