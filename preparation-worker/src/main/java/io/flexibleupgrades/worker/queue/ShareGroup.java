package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** The share group that all workers are in, with its settings at the broker. */
final class ShareGroup {
  private static final Logger LOG = Logger.getLogger(ShareGroup.class);

  private final String bootstrapServers;
  private final String topic;
  private final String name;
  private final Duration recordLock;
  private boolean configured;
  private boolean waiting;

  ShareGroup(String bootstrapServers, String topic, String name, Duration recordLock) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.name = name;
    this.recordLock = recordLock;
  }

  String topic() {
    return topic;
  }

  /**
   * Sets what the group needs before its first member joins: requests sent earlier would be lost
   * otherwise, and none could be renewed. Done before each member joins, since it also tells
   * whether the broker is there.
   *
   * @throws KafkaException if the broker is away or cannot do it
   */
  synchronized void configure() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    try (var admin = Admin.create(settings)) {
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.GROUP, name), operations()))
          .all()
          .get();
      if (waiting || !configured) {
        LOG.infof("share group %s at %s is ready", name, bootstrapServers);
      }
      configured = true;
      waiting = false;
    } catch (ExecutionException e) {
      if (!waiting) {
        waiting = true;
        LOG.warnf("waiting for the broker at %s: %s", bootstrapServers, e.getCause());
      }
      throw new KafkaException("The share group " + name + " cannot be set up.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  private List<AlterConfigOp> operations() {
    var operations = new ArrayList<AlterConfigOp>();
    Map.of(
            "share.auto.offset.reset", "earliest",
            "share.renew.acknowledge.enable", "true",
            "share.delivery.count.limit", "10",
            "share.record.lock.duration.ms", Long.toString(recordLock.toMillis()))
        .forEach((key, value) ->
            operations.add(
                new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
    return operations;
  }

  KafkaShareConsumer<byte[], byte[]> newMember() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, name);
    settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
    // One record per slot, fetched when the slot is free: the default hoards and duplicates.
    settings.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * 1024 * 1024);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    return new KafkaShareConsumer<>(
        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
