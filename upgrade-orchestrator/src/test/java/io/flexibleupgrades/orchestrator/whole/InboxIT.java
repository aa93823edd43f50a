package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WorkerName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class InboxIT extends WholeLife {
  private static final String SAME_PARTITION = "inbox";

  private final MessageCodec codec = new MessageCodec();

  @Test
  @DisplayName("G1: an outcome that is delivered again, as after a crash, has one effect")
  void takesAMessageOnce() throws SQLException {
    worker.losing(request -> request.environment().value().equals("inbox-twice"));
    upgrading("inbox-twice", module("A"), module("B"));
    var a = worker.outcome(request("inbox-twice", "A"));
    var id = UUID.randomUUID();
    var message = codec.encode(id, Instant.now(), a);

    for (int i = 0; i < 3; i++) {
      worker.send(Topics.PREPARE_OUTCOMES, SAME_PARTITION, message);
    }
    send(worker.outcome(request("inbox-twice", "B")));
    journal("inbox-twice").await(UpgradeEnded.class, 1);
    worker.send(Topics.PREPARE_OUTCOMES, SAME_PARTITION, message);
    upgraded("inbox-after", module("A"));

    assertThat(journal("inbox-twice").all(ModulePrepared.class)).hasSize(2);
    assertThat(count("inbox where message_id = '%s'".formatted(id))).isEqualTo(1);
  }

  @Test
  @DisplayName("G13: in a batch, what cannot be read or stored is set aside, and the rest counts")
  void setsAsideOnlyWhatIsPoison() throws SQLException {
    worker.losing(request -> request.environment().value().equals("inbox-poison"));
    upgrading("inbox-poison", module("A"), module("B"), module("C"));
    var b = request("inbox-poison", "B");

    send(worker.outcome(request("inbox-poison", "A")));
    send(endless(b));
    worker.send(
        Topics.PREPARE_OUTCOMES,
        SAME_PARTITION,
        new WireMessage(
            Map.of("\\u0000", "\\u0000 \0 \\", "ce_type", "\0"),
            "{".getBytes(StandardCharsets.UTF_8)));
    send(worker.outcome(request("inbox-poison", "C")));
    journal("inbox-poison").await(ModulePrepared.class, 2);
    worker.answeringAll();

    journal("inbox-poison").await(UpgradeEnded.class, 1);
    assertThat(journal("inbox-poison").all(ModulePrepared.class))
        .extracting(prepared -> prepared.module().value())
        .containsExactlyInAnyOrder("A", "B", "C");
    assertThat(count("dead_letter where reason like 'The outcome cannot be stored:%overflow%'"))
        .isEqualTo(1);
    assertThat(count("dead_letter where headers::text like '%u0000%'")).isEqualTo(1);
  }

  /** A worker that says that the compile took longer than can be told in milliseconds. */
  private static PrepareOutcome endless(ModulePrepareRequested request) {
    var module = request.modules().getFirst().module();
    return new PrepareOutcome(
        request.upgradeId(),
        request.environment(),
        request.unit(),
        request.attempt(),
        request.platform().digest(),
        new WorkerName("endless"),
        List.of(
            new Prepared(
                module,
                Digest.of(new byte[] {1}),
                1,
                Duration.ofSeconds(Long.MAX_VALUE),
                CompilerOutput.silent())));
  }

  private void send(PrepareOutcome outcome) {
    worker.send(
        Topics.PREPARE_OUTCOMES,
        SAME_PARTITION,
        codec.encode(UUID.randomUUID(), Instant.now(), outcome));
  }

  private ModulePrepareRequested request(String environment, String module) {
    return journal(environment)
        .await(ModulePrepareRequested.class, asked -> asked.unit().value().equals(module), 1);
  }

  private long count(String rows) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var counted = statement.executeQuery("select count(*) from " + rows)) {
      counted.next();
      return counted.getLong(1);
    }
  }
}
