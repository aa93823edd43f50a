package io.flexibleupgrades.worker.preparing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.ModuleId;
import org.junit.jupiter.api.Test;

class NamedAttemptTest {
  private static final Digest SOURCE = Digest.of(new byte[0]);

  @Test
  void readsWhatADamagedRequestStillNames() {
    var request = Requests.of(Requests.module("A", SOURCE), Requests.module("B", SOURCE));
    var json =
        new String(new MessageCodec().payload(request), UTF_8)
            .replace("\"failedProducers\":[]", "\"failedProducers\":42");

    var named = NamedAttempt.in(json.getBytes(UTF_8)).orElseThrow();

    assertThat(named.upgradeId()).isEqualTo(request.upgradeId());
    assertThat(named.modules()).containsExactly(new ModuleId("A"), new ModuleId("B"));
    assertThat(named.platform()).isEqualTo(SOURCE);
  }

  @Test
  void findsNothingInGarbage() {
    assertThat(NamedAttempt.in("garbage".getBytes(UTF_8))).isEmpty();
    assertThat(NamedAttempt.in("null".getBytes(UTF_8))).isEmpty();
    assertThat(NamedAttempt.in("{\"modules\":[{\"module\":\"A\"}]}".getBytes(UTF_8))).isEmpty();
    assertThat(NamedAttempt.in(new byte[0])).isEmpty();
  }
}
