package io.flexibleupgrades.embedded.system;

import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.kafka.KafkaBroker;
import io.flexibleupgrades.embedded.postgres.PostgresServer;
import io.flexibleupgrades.embedded.process.ParentWatch;
import io.flexibleupgrades.embedded.process.Readiness;
import io.flexibleupgrades.embedded.process.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The product's own services as child processes: command, environment, readiness. */
record ServiceProcesses(
    SystemSettings settings, Ports ports, Connections connections, PostgresServer postgres) {

  static final String STORE = "artifact-store";
  static final String ORCHESTRATOR = "upgrade-orchestrator";
  static final String SERVICE_CENTER = "servicecenter-api";
  static final String WORKER = "preparation-worker";
  static final List<String> FOLDERS = List.of(STORE, ORCHESTRATOR, SERVICE_CENTER, WORKER);
  static final List<String> DATABASES =
      List.of("flexup_store", "flexup_orchestrator", "flexup_servicecenter");

  ServiceProcess store() {
    var environment = database(STORE, "flexup_store");
    environment.put("FLEXUP_STORE_FOLDER", settings.stateFolder().resolve("store").toString());
    return service(STORE, "artifact store", "128m", ports.store(), environment)
        .startedAfter(List.of(PostgresServer.NAME));
  }

  ServiceProcess orchestrator() {
    var environment = database(ORCHESTRATOR, "flexup_orchestrator");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", connections.bootstrapServers(ORCHESTRATOR));
    environment.put("FLEXUP_STORE_URL", connections.store(ORCHESTRATOR).toString());
    environment.put("FLEXUP_DEPLOYMENT_FOLDER", settings.deploymentFolder().toString());
    return service(ORCHESTRATOR, "upgrade orchestrator", "256m", ports.orchestrator(), environment)
        .startedAfter(List.of(PostgresServer.NAME, KafkaBroker.NAME));
  }

  ServiceProcess serviceCenter() {
    var environment = database(SERVICE_CENTER, "flexup_servicecenter");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", connections.bootstrapServers(SERVICE_CENTER));
    environment.put("FLEXUP_STORE_URL", connections.store(SERVICE_CENTER).toString());
    environment.put("FLEXUP_ORCHESTRATOR_URL", connections.orchestrator(SERVICE_CENTER).toString());
    environment.put("FLEXUP_SERVICE_CENTER_URL", Endpoints.local(ports.serviceCenter()).toString());
    return service(SERVICE_CENTER, "Service Center", "224m", ports.serviceCenter(), environment)
        .startedAfter(List.of(PostgresServer.NAME, KafkaBroker.NAME));
  }

  /** Workers need no database: they start as soon as the broker is ready. */
  static ServiceProcess worker(
      SystemSettings settings, Connections connections, String name, int port) {
    var environment = new HashMap<String, String>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", connections.bootstrapServers(name));
    environment.put("FLEXUP_STORE_URL", connections.store(name).toString());
    environment.put("FLEXUP_WORKER_NAME", name);
    environment.put("FLEXUP_WORKER_SLOTS", Integer.toString(settings.slots()));
    environment.put("FLEXUP_WORKER_FOLDER", settings.stateFolder().resolve(name).toString());
    environment.put("FLEXUP_WORKER_DAEMON_HEAP", "512m");
    environment.putAll(settings.environment().getOrDefault("worker", Map.of()));
    var title = "preparation worker " + name;
    return process(settings, name, title, WORKER, "128m", port, environment)
        .startedAfter(List.of(KafkaBroker.NAME))
        .stoppedBy("TERM", Duration.ofSeconds(65));
  }

  private HashMap<String, String> database(String from, String name) {
    var environment = new HashMap<String, String>();
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL", PostgresServer.jdbcUrl(name, connections.postgres(from)));
    environment.put("QUARKUS_DATASOURCE_USERNAME", name);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    return environment;
  }

  private ServiceProcess service(
      String name, String title, String heap, int port, Map<String, String> environment) {
    return process(settings, name, title, name, heap, port, environment);
  }

  private static ServiceProcess process(
      SystemSettings settings,
      String name,
      String title,
      String folder,
      String heap,
      int port,
      Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    all.putAll(settings.environment().getOrDefault(name, Map.of()));
    var ready = new Readiness.Http(Endpoints.local(port).resolve("/q/health/ready"));
    return ServiceProcess.of(name, title, command(settings.installation(), folder, heap), ready)
        .withEnvironment(all);
  }

  /**
   * Returns the command of a service. The first compiler alone halves the time until everything is
   * ready on two cores (19 s to 11 s); the opened package is what the jar's manifest asks for,
   * which counts only with {@code -jar}.
   */
  private static List<String> command(Installation installation, String folder, String heap) {
    var jar = installation.serviceJar(folder);
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            installation.java(),
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    installation
        .openedPackages(jar)
        .forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
    command.addAll(
        List.of(
            "-cp",
            jar + ":" + installation.embeddedClasses(),
            ParentWatch.class.getName(),
            jar.toString()));
    return command;
  }
}
