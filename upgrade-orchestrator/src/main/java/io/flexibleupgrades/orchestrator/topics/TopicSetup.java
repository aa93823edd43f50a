package io.flexibleupgrades.orchestrator.topics;

import io.flexibleupgrades.events.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the topics that are missing and checks those that are there. */
@ApplicationScoped
public class TopicSetup {
  private static final Duration FOREVER = Duration.ofMillis(-1);
  private static final Duration DEAD_LETTERS = Duration.ofDays(30);
  private static final int LARGEST_RECORD_BYTES = 4 * 1024 * 1024;

  /** A dead letter is the poison record, and why it is one. */
  private static final int LARGEST_DEAD_LETTER_BYTES = LARGEST_RECORD_BYTES + 1024 * 1024;

  private static final int PATIENCE_SECONDS = 10;

  private final TopicConfiguration config;
  private final Map<String, Object> kafka;

  TopicSetup(
      TopicConfiguration config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = config;
    this.kafka = kafka;
  }

  /**
   * Makes the topics as the product needs them.
   *
   * @throws BrokerUnavailableException if the broker does not answer
   * @throws UnfitTopicException if a topic is there and would lose or misorder events
   */
  public void ensure() {
    var properties = new HashMap<>(kafka);
    properties.keySet().retainAll(AdminClientConfig.configNames());
    try (var admin = Admin.create(properties)) {
      var present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var missing = wanted().stream().filter(topic -> !present.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      check(admin);
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException(e);
    }
  }

  private List<NewTopic> wanted() {
    var topics = new ArrayList<NewTopic>();
    topics.add(topic(Topics.UPGRADE_EVENTS, config.partitions(), FOREVER));
    topics.add(topic(Topics.PREPARE_REQUESTS, config.requestPartitions(), Duration.ofDays(1)));
    topics.add(topic(Topics.PREPARE_OUTCOMES, config.partitions(), Duration.ofDays(7)));
    topics.add(topic(Topics.WORKERS, 1, Duration.ofHours(1)));
    for (var name : topics.stream().map(NewTopic::name).toList()) {
      topics.add(topic(Topics.deadLettersOf(name), 1, DEAD_LETTERS, LARGEST_DEAD_LETTER_BYTES));
    }
    return topics;
  }

  private NewTopic topic(String name, int partitions, Duration retention) {
    return topic(name, partitions, retention, LARGEST_RECORD_BYTES);
  }

  private NewTopic topic(String name, int partitions, Duration retention, int largestRecordBytes) {
    return new NewTopic(name, partitions, config.replication())
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(config.leastInSync()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(largestRecordBytes)));
  }

  private void check(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    var names = wanted().stream().map(NewTopic::name).toList();
    var topics =
        admin.describeTopics(names).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (var topic : topics.values()) {
      for (var partition : topic.partitions()) {
        if (partition.replicas().size() < config.leastInSync()) {
          throw new UnfitTopicException(
              "Topic %s has %d replicas, fewer than the %d that must be in sync. Add replicas, or lower flexup.topics.least-in-sync."
                  .formatted(topic.name(), partition.replicas().size(), config.leastInSync()));
        }
      }
    }
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.UPGRADE_EVENTS);
    var settings =
        admin
            .describeConfigs(List.of(resource))
            .all()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .values()
            .iterator()
            .next();
    var retention = settings.get(TopicConfig.RETENTION_MS_CONFIG).value();
    if (!retention.equals(Long.toString(FOREVER.toMillis()))) {
      throw new UnfitTopicException(
          "Topic %s must keep everything, but its %s is %s. Set it to -1."
              .formatted(Topics.UPGRADE_EVENTS, TopicConfig.RETENTION_MS_CONFIG, retention));
    }
  }
}
