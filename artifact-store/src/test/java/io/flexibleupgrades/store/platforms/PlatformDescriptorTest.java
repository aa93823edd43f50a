package io.flexibleupgrades.store.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.events.PlatformVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformDescriptorTest {
  private static final PlatformVersion VERSION = new PlatformVersion("11.9.0");

  @Test
  void readsWhatADistributionSays() {
    var yaml = "version: \"11.9.0\"\nrelease: 21\noptions: [-Xlint:deprecation, -g:lines,vars]\n";

    var descriptor =
        PlatformDescriptor.parse(yaml.replace("-g:lines,vars", "\"-g:lines,vars\""), VERSION);

    assertThat(descriptor)
        .isEqualTo(
            new PlatformDescriptor(VERSION, 21, List.of("-Xlint:deprecation", "-g:lines,vars")));
    assertThat(PlatformDescriptor.parse("version: 11.9.0\nrelease: 8", VERSION).options())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "version",
        "release: 21",
        "version: 11.9\nrelease: 21",
        "version: \"11.8.0\"\nrelease: 21",
        "version: 11.9.0",
        "version: 11.9.0\nrelease: 7",
        "version: 11.9.0\nrelease: 99",
        "version: 11.9.0\nrelease: \"21\"",
        "version: 11.9.0\nrelease: 21\noptions: -g",
        "version: 11.9.0\nrelease: 21\noptions: [1]",
        "version: 11.9.0\nrelease: 21\nrelease: 22",
        "version: 11.9.0\nrelease: 21\noption: [-g]",
        "version: 11.9.0\nrelease: 21\noptions: &a [*a]",
        "version: 11.9.0\nrelease: 21\noptions: !!javax.script.ScriptEngineManager []",
        "version: 11.9.0\nrelease: 21\noptions: [[[[[[[[[[]]]]]]]]]]",
        "version: 11.9.0\nrelease: 21\n--- {}",
        "\u0000",
      })
  void refusesEverythingElse(String yaml) {
    assertThatThrownBy(() -> PlatformDescriptor.parse(yaml, VERSION))
        .isInstanceOf(MalformedPlatformException.class)
        .hasMessageContaining("platform.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-processor",
        "-processorpath",
        "-J-Xmx9g",
        "@file",
        "-d",
        "-cp",
        "-Xplugin:X",
        "-Xlint:",
        "-g:all",
        "--release",
        "-Xdiags:verbose",
        "-proc:full",
        "-Xlint\n-d"
      })
  void refusesOptionsThatDoMoreThanReport(String option) {
    assertThatThrownBy(() -> CompilerOptions.checked(List.of(option)))
        .isInstanceOf(MalformedPlatformException.class);
  }

  @Test
  void takesTheOptionsThatReport() {
    var options =
        List.of(
            "-Xlint",
            "-Xlint:all,-processing",
            "-parameters",
            "-g",
            "-g:none",
            "-nowarn",
            "-deprecation");

    assertThat(CompilerOptions.checked(options)).isEqualTo(options);
  }
}
