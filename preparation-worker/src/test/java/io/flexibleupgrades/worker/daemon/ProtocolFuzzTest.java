package io.flexibleupgrades.worker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.worker.daemon.CompileReply.Message;
import io.flexibleupgrades.worker.daemon.CompileReply.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the other side of the pipe writes, it is a message of the protocol or an error of it.
 */
class ProtocolFuzzTest {

  @DisplayName("G12: any bytes from the worker are an order, the end, or an error of the protocol")
  @MethodSource("orders")
  @FuzzTest
  void readsAnOrder(byte[] input) {
    try {
      var order = CompileOrder.readFrom(stream(input));
      if (order != null) {
        assertThat(CompileOrder.readFrom(stream(written(order::writeTo)))).isEqualTo(order);
      }
    } catch (IOException e) {
      assertThat(input.length).isPositive();
    }
  }

  @DisplayName("G12: any bytes from the daemon are a reply, the end, or an error of the protocol")
  @MethodSource("replies")
  @FuzzTest
  void readsAReply(byte[] input) {
    try {
      var reply = CompileReply.readFrom(stream(input));
      if (reply != null) {
        assertThat(CompileReply.readFrom(stream(written(reply::writeTo)))).isEqualTo(reply);
      }
    } catch (IOException e) {
      assertThat(input.length).isPositive();
    }
  }

  static Stream<byte[]> orders() throws IOException {
    return Stream.of(
        written(
            new CompileOrder(
                    7,
                    21,
                    List.of("-parameters"),
                    List.of(new CompileOrder.Member("Größe", "b.zip", "a.jar", "{}")),
                    List.of(new CompileOrder.ClassPathJar("key", "c.jar")))
                ::writeTo),
        written(out ->
            Frame.write(
                out,
                body -> {
                  body.writeLong(7);
                  body.writeInt(21);
                  body.writeInt(1);
                  body.writeInt(-1);
                })),
        new byte[] {0, 0, 0, 9, 1});
  }

  static Stream<byte[]> replies() throws IOException {
    var message = new Message(Severity.ERROR, "compiler.err", "A.java", 1, 2, "no", "class {");
    return Stream.of(
        written(
            new CompileReply(
                    7,
                    null,
                    1,
                    List.of(new CompileReply.Member("M", List.of(message), 1, 0, "log")))
                ::writeTo),
        written(new CompileReply(8, "crashed", 0, List.of())::writeTo),
        new byte[0]);
  }

  private static DataInputStream stream(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static byte[] written(Frame.Body message) throws IOException {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
