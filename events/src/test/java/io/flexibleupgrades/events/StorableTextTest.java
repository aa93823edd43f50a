package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StorableTextTest {
  private static final String SPOILED = "a\u0000b\ud800c\udc00";
  private static final String KEPT = "a\uFFFDb\uFFFDc\uFFFD";

  @Test
  void keepsTextThatCanBeStoredAsItIs() {
    var text = "line 1\r\n\tline 2 😀 \u001b[31m \uFFFD";

    assertThat(Text.storable(text)).isSameAs(text);
    assertThat(Text.storable(SPOILED)).isEqualTo(KEPT);
    assertThat(Text.storableOrNull(null)).isNull();
  }

  @Test
  @DisplayName("B41: what the compiler quotes from a source with NUL characters can be stored")
  void keepsWhatTheCompilerQuotes() {
    var diagnostic = new Diagnostic(DiagnosticKind.ERROR, SPOILED, SPOILED, 1, 1, SPOILED, SPOILED);

    assertThat(diagnostic)
        .isEqualTo(new Diagnostic(DiagnosticKind.ERROR, KEPT, KEPT, 1, 1, KEPT, KEPT));
    assertThat(new CompilerOutput(List.of(), 0, 0, SPOILED).log()).isEqualTo(KEPT);
  }

  @Test
  void keepsWhatPeopleAndManifestsSay() {
    var module = new ModuleId("Orders");

    assertThat(new EnlistedModule(module, ModuleKind.LIBRARY, List.of(), null, 1, SPOILED).defect())
        .isEqualTo(KEPT);
    assertThat(new RequestedModule(module, null, List.of(), SPOILED).defect()).isEqualTo(KEPT);
    assertThat(new ExcludedModule(module, ModuleKind.LIBRARY, SPOILED).reason()).isEqualTo(KEPT);
    assertThat(
            new EnvironmentEvent.UpgradeStarted(
                    Golden.ENVIRONMENT, Golden.UPGRADE, Golden.OLD, Golden.NEW, SPOILED)
                .requestedBy())
        .isEqualTo(KEPT);
  }
}
