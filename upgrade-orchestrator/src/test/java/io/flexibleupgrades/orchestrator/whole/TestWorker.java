package io.flexibleupgrades.orchestrator.whole;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.JournalRecord.KnownEvent;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerHeartbeat.RunningAttempt;
import io.flexibleupgrades.events.WorkerMessage;
import io.flexibleupgrades.events.WorkerName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A worker without a compiler: fails the modules it was told to fail, and prepares the others. */
final class TestWorker {
  private final WorkerName name = new WorkerName("test-worker-" + UUID.randomUUID());
  private final MessageCodec codec = new MessageCodec();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Set<ModuleId> failing = ConcurrentHashMap.newKeySet();
  private final List<ModulePrepareRequested> taken = new CopyOnWriteArrayList<>();
  private final URI store;
  private final Thread thread;
  private volatile Predicate<ModulePrepareRequested> unanswered = _ -> false;
  private volatile Predicate<ModulePrepareRequested> inHand = _ -> false;

  TestWorker(String bootstrapServers) {
    this(bootstrapServers, StoredBlobs.store());
  }

  TestWorker(String bootstrapServers, URI store) {
    this.store = store;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                name.value(),
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer.subscribe(List.of(Topics.PREPARE_REQUESTS));
    thread = Thread.ofPlatform().name("test-worker").start(this::run);
  }

  TestWorker failing(String module) {
    failing.add(new ModuleId(module));
    return this;
  }

  void notFailing(String module) {
    failing.remove(new ModuleId(module));
  }

  /** Answers everything from now on, and what it left unanswered. */
  void answeringAll() {
    var lost = unanswered;
    unanswered = _ -> false;
    taken.stream().filter(lost).forEach(request -> say(outcome(request)));
  }

  /** Takes these requests and says nothing about them, as if they were lost. */
  TestWorker losing(Predicate<ModulePrepareRequested> lost) {
    unanswered = lost;
    return this;
  }

  /** Says once that it works on these requests, then falls silent about them. */
  TestWorker dyingOn(Predicate<ModulePrepareRequested> fatal) {
    inHand = fatal;
    return this;
  }

  List<ModulePrepareRequested> taken() {
    return List.copyOf(taken);
  }

  void send(String topic, String key, WireMessage message) {
    var sent = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), message.payload());
    message
        .headers()
        .forEach(
            (header, text) -> sent.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
    var _ = producer.send(sent);
    producer.flush();
  }

  void say(WorkerMessage message) {
    var topic = message instanceof PrepareOutcome ? Topics.PREPARE_OUTCOMES : Topics.WORKERS;
    send(topic, name.value(), codec.encode(UUID.randomUUID(), Instant.now(), message));
  }

  PrepareOutcome outcome(ModulePrepareRequested request) {
    var modules = request.modules().stream().map(RequestedModule::module).toList();
    var failed = modules.stream().filter(failing::contains).toList();
    var results = new ArrayList<Result>();
    for (var module : modules) {
      if (request.isSkip()) {
        results.add(new Skipped(module, request.failedProducers()));
      } else if (failing.contains(module)) {
        results.add(new Failed(module, FailureKind.COMPILE, CompilerOutput.silent()));
      } else if (!failed.isEmpty()) {
        results.add(new Skipped(module, failed));
      } else {
        var bytes = artifact(request, module).getBytes(StandardCharsets.UTF_8);
        results.add(
            new Prepared(
                module,
                StoredBlobs.put(store, bytes),
                bytes.length,
                Duration.ofMillis(1),
                CompilerOutput.silent()));
      }
    }
    return new PrepareOutcome(
        request.upgradeId(),
        request.environment(),
        request.unit(),
        request.attempt(),
        request.platform().digest(),
        name,
        results);
  }

  /** The same input gives the same artifact. */
  private static String artifact(ModulePrepareRequested request, ModuleId module) {
    return request.platform()
        + request.modules().stream()
            .filter(requested -> requested.module().equals(module))
            .map(r -> r.module() + "|" + r.source() + "|" + r.producers() + "|" + r.options())
            .collect(Collectors.joining());
  }

  private void run() {
    try (consumer) {
      while (!Thread.currentThread().isInterrupted()) {
        say(new WorkerHeartbeat(name, 4, "none", false, List.of()));
        for (var received : consumer.poll(Duration.ofMillis(200))) {
          take(received);
        }
      }
    } catch (WakeupException e) {
      // dismiss() asked for it.
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> received) {
    var headers = new HashMap<String, String>();
    received
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    var message = new WireMessage(headers, received.value());
    if (codec.decodeEvent(message) instanceof KnownEvent(var envelope)
        && envelope.event() instanceof ModulePrepareRequested request) {
      taken.add(request);
      if (inHand.test(request)) {
        var attempt =
            new RunningAttempt(
                request.upgradeId(),
                request.environment(),
                request.unit(),
                request.attempt(),
                Instant.now());
        say(new WorkerHeartbeat(name, 4, "none", false, List.of(attempt)));
      } else if (!unanswered.test(request)) {
        say(outcome(request));
      }
    }
  }

  void dismiss() throws InterruptedException {
    consumer.wakeup();
    thread.join();
    producer.close();
  }
}
