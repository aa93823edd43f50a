package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.EventEnvelope;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.events.WireMessage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says events on the topic as the orchestrator's relay does, and wrongly where a test asks for it.
 */
@ApplicationScoped
class Journal {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final MessageCodec codec = new MessageCodec();
  private final Map<Stream, Long> sequences = new HashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final String broker;
  private final String topic;
  private Consumer<Said> relay = this::put;
  private long said;

  /** A record for the topic, keyed by the environment. */
  record Said(EnvironmentName environment, WireMessage message) {}

  Journal(
      @ConfigProperty(name = "kafka.bootstrap.servers") String broker,
      @ConfigProperty(name = "flexup.projection.topic") String topic) {
    this.broker = broker;
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  String broker() {
    return broker;
  }

  String topic() {
    return topic;
  }

  EventEnvelope append(Event event) {
    var envelope = next(event);
    send(envelope);
    return envelope;
  }

  /** Returns the event in its place of its stream, without saying it. */
  EventEnvelope next(Event event) {
    long sequence = sequences.merge(event.stream(), 1L, Long::sum);
    said++;
    return new EventEnvelope(new UUID(7, said), sequence, START.plusSeconds(said), event);
  }

  void send(EventEnvelope envelope) {
    send(envelope.event().environment(), codec.encode(envelope));
  }

  /** Says an event of a type that nobody here knows. */
  void appendUnknown(Event template) {
    appendAs("module-painted.v9", template, "{\"colour\":\"blue\"}");
  }

  /** Says an event in its place of its stream under another name and with another payload. */
  void appendAs(String type, Event template, String payload) {
    var headers = new HashMap<>(codec.encode(next(template)).headers());
    headers.put("ce_type", type);
    send(
        template.environment(), new WireMessage(headers, payload.getBytes(StandardCharsets.UTF_8)));
  }

  void send(EnvironmentName environment, WireMessage message) {
    relay.accept(new Said(environment, message));
  }

  /** Hands everything that is said from now on to another relay than the faultless one. */
  void through(Consumer<Said> other) {
    relay = other;
  }

  /** Puts the record into the topic. */
  void put(Said record) {
    var environment = record.environment();
    var message = record.message();
    var key = environment.value().getBytes(StandardCharsets.UTF_8);
    var sent = new ProducerRecord<>(topic, key, message.payload());
    message
        .headers()
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    var _ = producer.send(sent);
  }

  void flush() {
    producer.flush();
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
