package io.flexibleupgrades.embedded.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PortChoiceTest {
  private static final int SOMEWHERE = 21_000;

  @Test
  @DisplayName("a port on which nobody listens for the moment is still its system's")
  void keepsWhatAnotherSystemHas() {
    try (var other = new PortChoice()) {
      int port;
      try (var one = new PortChoice()) {
        port = one.from(SOMEWHERE);

        assertThat(other.take(port)).isFalse();
        assertThat(other.from(port)).isGreaterThan(port);
      }
      assertThat(other.take(port)).isTrue();
    }
  }

  @Test
  @DisplayName("a port on which something else listens is passed over")
  void passesOverWhatIsTaken() throws IOException {
    try (var choice = new PortChoice();
        var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(choice.take(taken.getLocalPort())).isFalse();
    }
  }
}
