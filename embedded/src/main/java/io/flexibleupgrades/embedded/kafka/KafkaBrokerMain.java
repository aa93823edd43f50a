package io.flexibleupgrades.embedded.kafka;

import io.flexibleupgrades.embedded.process.ParentWatch;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
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
   * @param args data folder, port, and for each further listener its port and the one at which its
   *     clients are told to reach it, as {@code port:port}
   */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    var folder = Path.of(args[0]).toAbsolutePath();
    var port = Integer.parseInt(args[1]);
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    var listeners = List.of(args).subList(2, args.length);
    var settings = settings(folder, port, listeners);
    var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
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

  private static Map<String, String> settings(Path folder, int port, List<String> listeners)
      throws Exception {
    var controllerPort = freePort();
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    addListeners(settings, port, controllerPort, listeners);
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.putAll(oneNode());
    settings.putAll(quickAnswers());
    settings.putAll(smallMachine());
    return settings;
  }

  private static void addListeners(
      Map<String, String> settings, int port, int controllerPort, List<String> further) {
    var listens = new StringJoiner(",");
    var reached = new StringJoiner(",");
    var protocols = new StringJoiner(",");
    listens.add(address(CONTROLLER_LISTENER, controllerPort));
    protocols.add(CONTROLLER_LISTENER + ":PLAINTEXT");
    listens.add(address("PLAINTEXT", port));
    reached.add(address("PLAINTEXT", port));
    protocols.add("PLAINTEXT:PLAINTEXT");
    for (var listener : further) {
      var ports = listener.split(":", -1);
      var name = "LINE" + ports[0];
      listens.add(address(name, Integer.parseInt(ports[0])));
      reached.add(address(name, Integer.parseInt(ports[1])));
      protocols.add(name + ":PLAINTEXT");
    }
    settings.put("listeners", listens.toString());
    settings.put("advertised.listeners", reached.toString());
    settings.put("listener.security.protocol.map", protocols.toString());
  }

  private static String address(String listener, int port) {
    return "%s://127.0.0.1:%d".formatted(listener, port);
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
