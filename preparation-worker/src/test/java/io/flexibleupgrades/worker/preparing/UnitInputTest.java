package io.flexibleupgrades.worker.preparing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitInputTest {
  private static final Digest X = Digest.of(new byte[] {1});
  private static final Digest Y = Digest.of(new byte[] {2});

  @Test
  void theKeyDependsOnAllThatDecidesTheResult() {
    var producer = new ProducerArtifact(new ModuleId("P"), X);
    var rebuilt = new ProducerArtifact(new ModuleId("P"), Y);
    var plain = UnitInput.of(Requests.of(X, Requests.module("A", X, producer)), List.of(), "javac");

    assertThat(
            List.of(
                plain.key(),
                UnitInput.of(Requests.of(Y, Requests.module("A", X, producer)), List.of(), "javac")
                    .key(),
                UnitInput.of(Requests.of(X, Requests.module("A", Y, producer)), List.of(), "javac")
                    .key(),
                UnitInput.of(Requests.of(X, Requests.module("A", X, rebuilt)), List.of(), "javac")
                    .key(),
                UnitInput.of(
                        Requests.of(X, Requests.module("A", X, producer)),
                        List.of("-Xlint"),
                        "javac")
                    .key(),
                UnitInput.of(
                        Requests.of(X, Requests.module("A", X, producer)), List.of(), "instant")
                    .key()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theKeyDoesNotDependOnTheAttempt() {
    var one = UnitInput.of(Requests.of(X, Requests.module("A", X)), List.of(), "javac");
    var two = UnitInput.of(Requests.of(X, Requests.module("A", X)), List.of(), "javac");

    assertThat(one.key()).isEqualTo(two.key());
  }

  @Test
  void membersOfTheUnitAreNotItsProducers() {
    var member = new ProducerArtifact(new ModuleId("B"), Y);

    var input =
        UnitInput.of(
            Requests.of(X, Requests.module("A", X, member), Requests.module("B", X)),
            List.of(),
            "javac");

    assertThat(input.producers()).isEmpty();
  }

  @Test
  void theModulesOwnOptionsFollowThePlatforms() {
    var platform = List.of("-Xlint:all", "--add-exports", "a/b", "--add-exports", "c/d");
    var plain = UnitInput.of(Requests.of(X, Requests.module("A", X)), platform, "javac");

    var configured =
        UnitInput.of(Requests.of(X, configured("-parameters", "-Werror")), platform, "javac");

    assertThat(plain.options()).isEqualTo(platform);
    assertThat(configured.options())
        .startsWith(platform.toArray(String[]::new))
        .endsWith("-parameters")
        .hasSize(6);
    assertThat(configured.key()).isNotEqualTo(plain.key());
  }

  @Test
  void whetherItMustBeCompiledIsNoPartOfTheKey() {
    var plain = UnitInput.of(Requests.of(X, Requests.module("A", X)), List.of(), "javac");

    var fresh = UnitInput.of(Requests.of(X, configured()), List.of(), "javac");

    assertThat(fresh.fresh()).isTrue();
    assertThat(plain.fresh()).isFalse();
    assertThat(fresh.key()).isEqualTo(plain.key());
  }

  private static RequestedModule configured(String... options) {
    return new RequestedModule(new ModuleId("A"), X, List.of(), null, List.of(options), true);
  }
}
