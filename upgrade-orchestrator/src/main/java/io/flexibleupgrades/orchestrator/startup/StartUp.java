package io.flexibleupgrades.orchestrator.startup;

import io.flexibleupgrades.orchestrator.delivery.WebhookSender;
import io.flexibleupgrades.orchestrator.journal.Patience;
import io.flexibleupgrades.orchestrator.relay.OutboxRelay;
import io.flexibleupgrades.orchestrator.relay.RelayStart;
import io.flexibleupgrades.orchestrator.retention.Retention;
import io.flexibleupgrades.orchestrator.timers.TimerConfig;
import io.flexibleupgrades.orchestrator.topics.TopicSetup;
import io.flexibleupgrades.orchestrator.upgrade.TimerDriver;
import io.flexibleupgrades.orchestrator.upgrade.UpgradeDriver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Starts the orchestrator in order: schema, topics, then what was going on when it stopped. Waits
 * for each as long as it is away, and says so.
 */
@ApplicationScoped
class StartUp {
  private static final Logger LOG = Logger.getLogger(StartUp.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Flyway flyway;
  private final TopicSetup topics;
  private final TimerDriver timers;
  private final UpgradeDriver upgrades;
  private final RelayStart relayStart;
  private final OutboxRelay relay;
  private final WebhookSender webhooks;
  private final Retention retention;
  private final Patience patience;
  private final Duration tick;
  private volatile String waitingFor = "the database";
  private volatile boolean stopping;
  private volatile Thread relaying = Thread.currentThread();
  private volatile Thread delivering = Thread.currentThread();

  StartUp(
      Flyway flyway,
      TopicSetup topics,
      TimerDriver timers,
      UpgradeDriver upgrades,
      RelayStart relayStart,
      OutboxRelay relay,
      WebhookSender webhooks,
      Retention retention,
      Patience patience,
      TimerConfig config) {
    this.flyway = flyway;
    this.topics = topics;
    this.timers = timers;
    this.upgrades = upgrades;
    this.relayStart = relayStart;
    this.relay = relay;
    this.webhooks = webhooks;
    this.retention = retention;
    this.patience = patience;
    tick = config.tick();
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("start-up").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    relay.stop();
    webhooks.stop();
    for (var thread : List.of(relaying, delivering)) {
      if (thread != Thread.currentThread()) {
        thread.join(Duration.ofSeconds(5));
      }
    }
  }

  /** Returns what the start is waiting for, empty when it is over. */
  String waitingFor() {
    return waitingFor;
  }

  private void run() {
    step("the database", flyway::migrate);
    step("the broker and its topics", topics::ensure);
    step("the journal and its topic", relayStart::prepare);
    step("the journal", timers::takeUp);
    step("the journal", upgrades::takeUpAll);
    waitingFor = "";
    patience.open();
    relaying = Thread.ofPlatform().name("relay").daemon().start(relay::run);
    delivering = Thread.ofPlatform().name("webhooks").daemon().start(webhooks::run);
    while (!stopping) {
      quietly(timers::run);
      quietly(upgrades::takeUpChanged);
      quietly(upgrades::driveOn);
      quietly(retention::run);
      upgrades.awaitWork(tick);
    }
  }

  private void step(String name, Runnable step) {
    waitingFor = name;
    while (!stopping) {
      try {
        step.run();
        return;
      } catch (RuntimeException e) {
        LOG.warnf("The start waits for %s: %s", name, e.getMessage());
        pause(PAUSE);
      }
    }
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf("What is due waits: %s", e.getMessage());
    }
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
