package io.flexibleupgrades.store.http;

import static io.flexibleupgrades.store.http.StoreClient.JSON;
import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.json;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.Zip;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The service starts without its database, serves blobs, and goes on when it is there. */
@QuarkusTest
@QuarkusTestResource(value = DistantPostgres.class, restrictToAnnotatedClass = true)
class DatabaseAwayIT {
  private static final String PLATFORMS = "/api/v1/platforms";

  @TestHTTPResource URI base = URI.create("http://127.0.0.1");

  @Test
  void servesBlobsAndSaysWhatItWaitsFor() throws Exception {
    var store = new StoreClient(base);
    var key = Digest.of(bytes("key"));
    var action = "/api/v1/actions/" + key;

    assertAway(store, action);
    var readiness = store.get("/q/health/ready");
    assertThat(readiness.statusCode()).isEqualTo(503);
    assertThat(json(readiness).findValue("waiting for").asText()).isNotBlank();

    DistantPostgres.connect();
    Eventually.holds(() -> store.get("/q/health/ready").statusCode() == 200);
    assertThat(store.put(action, JSON, bytes("{}")).statusCode()).isEqualTo(201);

    DistantPostgres.disconnect();
    assertAway(store, action);
    assertThat(store.get("/q/health/ready").statusCode()).isEqualTo(200);

    DistantPostgres.connect();
    Eventually.holds(() -> store.get(action).statusCode() == 200);
    assertThat(store.get(PLATFORMS).statusCode()).isEqualTo(200);
  }

  private static void assertAway(StoreClient store, String action) {
    problem(store.get(PLATFORMS), 503, "database-unavailable");
    problem(store.put(action, JSON, bytes("{}")), 503, "database-unavailable");
    var zip = Zip.named("a" + System.nanoTime());
    assertThat(store.put(blob(Digest.of(zip)), ZIP, zip).statusCode()).isEqualTo(201);
    assertThat(store.get(blob(Digest.of(zip))).body()).isEqualTo(zip);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
