package io.flexibleupgrades.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.process.FreePort;
import io.flexibleupgrades.embedded.process.SupervisedProcess;
import io.flexibleupgrades.embedded.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Supervisor supervisor;
  private SupervisedProcess broker;
  private String bootstrapServers;

  @BeforeEach
  void startBroker() throws Exception {
    var port = FreePort.next();
    bootstrapServers = "127.0.0.1:" + port;
    supervisor = Supervisor.open(folder, System.err::println);
    broker =
        supervisor.start(
            KafkaBroker.process(Installation.fromSystemProperty(), folder.resolve("kafka"), port));
    broker.awaitReady(SOON);
  }

  @AfterEach
  void stopBroker() throws IOException {
    supervisor.close();
  }

  @Test
  void keepsRecordsAndTakesNewOnesAfterItWasKilledAndAfterItWasStopped() throws Exception {
    createTopic("kept");
    produce("kept", "before");

    broker.kill();
    broker.awaitReady(SOON);
    produce("kept", "after the kill");
    broker.restart(SOON);
    produce("kept", "after the stop");

    assertThat(consume("kept", 3)).containsExactly("before", "after the kill", "after the stop");
  }

  @Test
  void handsARecordToAShareGroupThatJoinedAfterItWasSent() throws Exception {
    createTopic("shared");
    produce("shared", "sent before the group existed");
    setGroup("group", "share.auto.offset.reset", "earliest");

    try (var consumer =
        new KafkaShareConsumer<String, String>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "group",
                "share.acknowledgement.mode",
                "explicit"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("shared"));
      var records = consumer.poll(Duration.ofSeconds(30));
      assertThat(records.count()).isEqualTo(1);
      var record = records.iterator().next();
      assertThat(record.value()).isEqualTo("sent before the group existed");

      consumer.acknowledge(record, AcknowledgeType.ACCEPT);

      assertThat(consumer.commitSync(SOON).values()).allMatch(error -> error.isEmpty());
    }
  }

  private void createTopic(String name) throws Exception {
    try (var admin = admin()) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private void setGroup(String group, String key, String value) throws Exception {
    Collection<AlterConfigOp> change =
        List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
    try (var admin = admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), change))
          .all()
          .get();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  private void produce(String topic, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private List<String> consume(String topic, int count) {
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      var end = System.nanoTime() + SOON.toNanos();
      while (values.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
