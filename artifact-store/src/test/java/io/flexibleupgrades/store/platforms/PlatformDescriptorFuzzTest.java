package io.flexibleupgrades.store.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.events.PlatformVersion;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a distribution's {@code platform.yaml}, it is a descriptor or refused. */
class PlatformDescriptorFuzzTest {
  private static final PlatformVersion VERSION = new PlatformVersion("11.9.0");

  @DisplayName("G12: platform.yaml describes the distribution or is refused")
  @MethodSource("descriptors")
  @FuzzTest
  void isReadOrRefused(byte[] input) {
    try {
      var text = new String(input, StandardCharsets.UTF_8);
      var descriptor = PlatformDescriptor.parse(text, VERSION);
      assertThat(descriptor.version()).isEqualTo(VERSION);
      assertThat(descriptor.release()).isBetween(8, Runtime.version().feature());
      assertThat(descriptor.options()).allMatch(option -> option.matches("-[A-Za-z:,-]+"));
    } catch (MalformedPlatformException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\u0000", "\u001b");
    }
  }

  static Stream<byte[]> descriptors() {
    return Stream.of(
            "version: \"11.9.0\"\nrelease: 21\noptions: [-parameters, '-Xlint:all,-serial']\n",
            "{version: '11.9.0', release: 8}",
            "version: '11.9.0'\nrelease: 21\noptions: [-g:lines, -processor, x]\n",
            "version: 11.9.0\nrelease: '21'\n",
            "version: &v '11.9.0'\nrelease: 21\noptions: &o [*o]\n",
            "version: !!java.io.File ['/']\n? !!set {a}\n: b\n",
            "2026-01-01: 1\n1.5e3: 2\n~: 3\ntrue: 4\n!!binary aGk=: 5\n<<: {a: b}\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
