package io.flexibleupgrades.worker.preparing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.worker.artifacts.PlatformDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitInputTest {
  private static final Digest X = Digest.of(new byte[] {1});
  private static final Digest Y = Digest.of(new byte[] {2});

  @Test
  void isExactlyTheSameOnlyIfAllThatDecidesTheResultIs() {
    var producer = new ProducerArtifact(new ModuleId("P"), X);
    var rebuilt = new ProducerArtifact(new ModuleId("P"), Y);

    assertThat(
            List.of(
                input(X, "javac", Requests.module("A", X, producer)).exactly(),
                input(Y, "javac", Requests.module("A", X, producer)).exactly(),
                input(X, "javac", Requests.module("A", Y, producer)).exactly(),
                input(X, "javac", Requests.module("A", X, rebuilt)).exactly(),
                input(X, "javac", Requests.module("A", X, producer), "-Xlint").exactly(),
                input(X, "instant", Requests.module("A", X, producer)).exactly()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theKeyDependsOnAllThatTheCompilerSees() {
    var module = Requests.module("A", X);

    assertThat(
            List.of(
                input(X, "javac", module).key(platform(21, "x"), "x"),
                input(X, "javac", module).key(platform(25, "x"), "x"),
                input(X, "javac", module).key(platform(21, "y"), "x"),
                input(X, "javac", module).key(platform(21, "x"), "y"),
                input(X, "javac", Requests.module("A", Y)).key(platform(21, "x"), "x"),
                input(X, "javac", Requests.module("B", X)).key(platform(21, "x"), "x"),
                input(X, "javac", module, "-Xlint").key(platform(21, "x"), "x"),
                input(X, "instant", module).key(platform(21, "x"), "x")))
        .doesNotHaveDuplicates();
  }

  @Test
  void theKeyDependsOnNothingElse() {
    var one = input(X, "javac", Requests.module("A", X));
    var two =
        input(Y, "javac", Requests.module("A", X, new ProducerArtifact(new ModuleId("P"), Y)));

    assertThat(one.key(platform(21, "x"), "x")).isEqualTo(two.key(platform(21, "x"), "x"));
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
    var options = List.of("-Xlint:all", "--add-exports", "a/b", "--add-exports", "c/d");
    var plain = UnitInput.of(Requests.of(X, Requests.module("A", X)), options, "javac");

    var configured =
        UnitInput.of(Requests.of(X, configured("-parameters", "-Werror")), options, "javac");

    assertThat(plain.options()).isEqualTo(options);
    assertThat(configured.options())
        .startsWith(options.toArray(String[]::new))
        .endsWith("-parameters")
        .hasSize(6);
    assertThat(configured.key(platform(21, "x"), "x"))
        .isNotEqualTo(plain.key(platform(21, "x"), "x"));
  }

  @Test
  void whetherItMustBeCompiledIsNoPartOfTheKey() {
    var plain = UnitInput.of(Requests.of(X, Requests.module("A", X)), List.of(), "javac");

    var fresh = UnitInput.of(Requests.of(X, configured()), List.of(), "javac");

    assertThat(fresh.fresh()).isTrue();
    assertThat(plain.fresh()).isFalse();
    assertThat(fresh.key(platform(21, "x"), "x")).isEqualTo(plain.key(platform(21, "x"), "x"));
  }

  private static RequestedModule configured(String... options) {
    return new RequestedModule(new ModuleId("A"), X, List.of(), null, List.of(options), true);
  }

  private static UnitInput input(
      Digest platform, String toolchain, RequestedModule module, String... options) {
    return UnitInput.of(Requests.of(platform, module), List.of(options), toolchain);
  }

  private static PlatformDistribution platform(int release, String surface) {
    return new PlatformDistribution(X, release, List.of(), List.of(), surface);
  }
}
