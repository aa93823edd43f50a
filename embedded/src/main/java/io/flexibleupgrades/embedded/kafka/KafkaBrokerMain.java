package io.flexibleupgrades.embedded.kafka;

import io.flexibleupgrades.embedded.process.ParentWatch;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A single-node Kafka broker (KRaft, broker and controller in one). Ends on SIGTERM in order, and
 * at once when its standard input ends; what it acknowledged survives both.
 */
final class KafkaBrokerMain {

  private static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final int NODE_ID = 1;

  private KafkaBrokerMain() {}

  /**
   * Runs the broker until it is ended.
   *
   * @param args data folder, port
   */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    var folder = Path.of(args[0]).toAbsolutePath();
    var port = Integer.parseInt(args[1]);
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    var server = new KafkaRaftServer(new KafkaConfig(settings(folder, port), false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    server.startup();
    System.out.println(KafkaBroker.READY + "127.0.0.1:" + port);
    server.awaitShutdown();
  }

  private static void format(Path folder) throws Exception {
    Files.createDirectories(folder);
    new Formatter()
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(CONTROLLER_LISTENER)
        .setIgnoreFormatted(true)
        .run();
  }

  private static Map<String, String> settings(Path folder, int port) throws Exception {
    var controllerPort = freePort();
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(port, CONTROLLER_LISTENER, controllerPort));
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.putAll(oneNode());
    settings.putAll(quickAnswers());
    settings.putAll(smallMachine());
    return settings;
  }

  private static Map<String, String> oneNode() {
    return Map.ofEntries(
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "2"),
        Map.entry("group.initial.rebalance.delay.ms", "0"));
  }

  /**
   * A killed broker can register again when its session has ended; a new group gets its first
   * records at its second heartbeat.
   */
  private static Map<String, String> quickAnswers() {
    return Map.of(
        "broker.session.timeout.ms", "4000",
        "broker.heartbeat.interval.ms", "1000",
        "group.share.min.heartbeat.interval.ms", "500",
        "group.share.heartbeat.interval.ms", "1000",
        "group.consumer.min.heartbeat.interval.ms", "500",
        "group.consumer.heartbeat.interval.ms", "1000");
  }

  /** Kafka's defaults are for a large server: the cleaner alone would take 128 MiB of the heap. */
  private static Map<String, String> smallMachine() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "log.cleaner.dedupe.buffer.size", "16777216",
        "offsets.topic.segment.bytes", "8388608",
        "log.segment.bytes", "67108864");
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
