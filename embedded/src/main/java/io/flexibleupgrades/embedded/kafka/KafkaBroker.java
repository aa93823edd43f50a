package io.flexibleupgrades.embedded.kafka;

import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.process.Readiness;
import io.flexibleupgrades.embedded.process.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded Kafka broker as a child process. Free of Kafka's classes. */
public final class KafkaBroker {

  public static final String NAME = "kafka";

  static final String READY = "Kafka broker is ready on ";

  private KafkaBroker() {}

  /**
   * Returns the process of a single-node broker that listens on 127.0.0.1.
   *
   * @param folder keeps its data; formatted when it is new
   */
  public static ServiceProcess process(Installation installation, Path folder, int port) {
    return process(installation, folder, port, Map.of());
  }

  /**
   * Returns the process of a single-node broker with further listeners.
   *
   * @param listeners the port of each further listener, and the port at which its clients are told
   *     to reach it
   */
  public static ServiceProcess process(
      Installation installation, Path folder, int port, Map<Integer, Integer> listeners) {
    var command =
        new ArrayList<>(
            List.of(
                installation.java(),
                "-Xmx320m",
                "-Xms96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                installation.embeddedClassPath(),
                "io.flexibleupgrades.embedded.kafka.KafkaBrokerMain",
                folder.toString(),
                Integer.toString(port)));
    listeners.forEach((listener, reached) -> command.add(listener + ":" + reached));
    return ServiceProcess.of(NAME, "Kafka broker", command, new Readiness.OutputLine(READY));
  }
}
