package io.flexibleupgrades.store.http;

import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.json;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.PostgresOnly;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.Zip;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = PostgresOnly.class,
    initArgs = @ResourceArg(name = "database", value = "store"))
class PlatformsIT {
  private static final byte[] JAR = Zip.of("platform/A.class", new byte[] {1, 2});

  @TestHTTPResource URI base = URI.create("http://127.0.0.1");
  private StoreClient store = new StoreClient(base);

  @BeforeEach
  void connect() {
    store = new StoreClient(base);
  }

  @Test
  void describesWhatWasPushed() {
    var bundle = bundle(yaml("21.1.0"), JAR);

    problem(store.get("/api/v1/platforms/21.1.0"), 404, "platform-not-found");
    assertThat(put("21.1.0", bundle)).isEqualTo(201);
    assertThat(put("21.1.0", bundle)).isEqualTo(200);

    var platform = json(store.get("/api/v1/platforms/21.1.0"));
    assertThat(platform.path("version").asText()).isEqualTo("21.1.0");
    assertThat(platform.path("digest").asText()).isEqualTo(Digest.of(bundle).value());
    assertThat(platform.path("release").asInt()).isEqualTo(21);
    assertThat(platform.path("options").toString()).isEqualTo("[\"-Xlint:deprecation\"]");
    assertThat(platform.path("bytes").asInt()).isEqualTo(bundle.length);
    assertThat(Instant.parse(platform.path("pushedAt").asText())).isBefore(Instant.now());
    assertThat(store.get(blob(Digest.of(bundle))).body()).isEqualTo(bundle);
  }

  /** B6: the digest is the identity; a version can come to name other bits. */
  @Test
  void letsAVersionNameOtherBits() {
    put("22.1.0", bundle(yaml("22.1.0"), JAR));
    var other = bundle(yaml("22.1.0"), Zip.of("platform/B.class", new byte[] {3}));

    assertThat(put("22.1.0", other)).isEqualTo(201);

    assertThat(json(store.get("/api/v1/platforms/22.1.0")).path("digest").asText())
        .isEqualTo(Digest.of(other).value());
  }

  @Test
  void listsVersionsNewestFirst() {
    put("23.9.0", bundle(yaml("23.9.0"), JAR));
    put("23.10.0", bundle(yaml("23.10.0"), JAR));

    var versions = json(store.get("/api/v1/platforms")).path("items").findValuesAsText("version");

    assertThat(versions).containsSubsequence("23.10.0", "23.9.0");
  }

  @Test
  void refusesWhatIsNoDistribution() {
    var noJar = new Zip().add(Zip.entry("platform.yaml", bytes(yaml("24.1.0")))).bytes();
    refuse(noJar, "malformed-platform", "lib/*.jar");
    refuse(Zip.of("lib/a.jar", JAR), "malformed-platform", "platform.yaml");
    refuse(bundle(yaml("24.2.0"), JAR), "malformed-platform", "24.2.0");
    refuse(bundle("release: 21", JAR), "malformed-platform", "version");
    refuse(bundle(yaml("24.1.0"), bytes("no jar")), "malformed-platform", "lib/a.jar");
    var hostile = bundle(yaml("24.1.0"), Zip.of("../evil", JAR));
    refuse(hostile, "malformed-platform", "path-segment");
    refuse(Zip.of("../evil", JAR), "hostile-bundle", "../evil");
    refuse(bytes("no zip"), "malformed-bundle", "no zip");

    problem(store.get("/api/v1/platforms/24.1.0"), 404, "platform-not-found");
    problem(store.get(blob(Digest.of(hostile))), 404, "blob-not-found");
  }

  @Test
  void refusesWhatIsNoVersion() {
    problem(store.get("/api/v1/platforms/new"), 400, "malformed-version");
    problem(store.put("/api/v1/platforms/11", ZIP, JAR), 400, "malformed-version");
  }

  private void refuse(byte[] bundle, String slug, String detail) {
    var problem = problem(store.put("/api/v1/platforms/24.1.0", ZIP, bundle), 422, slug);
    assertThat(problem.path("detail").asText()).contains(detail);
  }

  private int put(String version, byte[] bundle) {
    return store.put("/api/v1/platforms/" + version, ZIP, bundle).statusCode();
  }

  private static byte[] bundle(String yaml, byte[] jar) {
    return new Zip()
        .add(Zip.entry("platform.yaml", bytes(yaml)))
        .add(Zip.entry("lib/a.jar", jar))
        .bytes();
  }

  private static String yaml(String version) {
    return "version: \"%s\"\nrelease: 21\noptions: [-Xlint:deprecation]\n".formatted(version);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
