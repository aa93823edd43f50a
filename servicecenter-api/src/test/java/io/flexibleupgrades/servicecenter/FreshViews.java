package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Gives a test class an empty database and an empty topic of its own. */
public final class FreshViews implements QuarkusTestResourceLifecycleManager {
  static final int PARTITIONS = 4;
  private final KafkaAndPostgres stack = new KafkaAndPostgres();

  @Override
  public Map<String, String> start() {
    var number = Long.toString(System.nanoTime(), 36);
    var topic = Topics.UPGRADE_EVENTS + "." + number;
    stack.init(Map.of("database", "sc" + number));
    var settings = new HashMap<>(stack.start());
    settings.put("flexup.projection.topic", topic);
    var workers = Topics.WORKERS + "." + number;
    settings.put("mp.messaging.incoming.workers.topic", workers);
    create(settings.getOrDefault("kafka.bootstrap.servers", ""), topic, workers);
    return settings;
  }

  private static void create(String broker, String topic, String workers) {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, PARTITIONS, (short) 1),
                  new NewTopic(workers, 1, (short) 1),
                  new NewTopic(Topics.deadLettersOf(topic), 1, (short) 1)))
          .all()
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating " + topic, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot create " + topic, e);
    }
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
