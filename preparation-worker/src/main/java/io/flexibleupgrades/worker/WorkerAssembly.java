package io.flexibleupgrades.worker;

import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.worker.artifacts.BlobCache;
import io.flexibleupgrades.worker.artifacts.ClassPathManifests;
import io.flexibleupgrades.worker.artifacts.FreshFolder;
import io.flexibleupgrades.worker.artifacts.KnownActions;
import io.flexibleupgrades.worker.artifacts.PlatformDistributions;
import io.flexibleupgrades.worker.artifacts.StoreClient;
import io.flexibleupgrades.worker.artifacts.Upload;
import io.flexibleupgrades.worker.compiling.InstantCompiler;
import io.flexibleupgrades.worker.compiling.ModuleCompiler;
import io.flexibleupgrades.worker.compiling.SupervisedCompiler;
import io.flexibleupgrades.worker.heartbeat.HeartbeatChannel;
import io.flexibleupgrades.worker.heartbeat.Heartbeats;
import io.flexibleupgrades.worker.heartbeat.RunningAttempts;
import io.flexibleupgrades.worker.heartbeat.WorkerIdentity;
import io.flexibleupgrades.worker.preparing.CompileBench;
import io.flexibleupgrades.worker.preparing.PreparationMetrics;
import io.flexibleupgrades.worker.preparing.PreparationWork;
import io.flexibleupgrades.worker.preparing.UnitPreparation;
import io.flexibleupgrades.worker.queue.ConsumerGroupRequests;
import io.flexibleupgrades.worker.queue.DeadLetters;
import io.flexibleupgrades.worker.queue.Outcomes;
import io.flexibleupgrades.worker.queue.PrepareRequests;
import io.flexibleupgrades.worker.queue.ShareGroupRequests;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the worker together from its settings. */
@Singleton
class WorkerAssembly {
  static final String SHARE_GROUP = "preparation-workers";
  static final String CONSUMER_GROUP = "preparation-workers-cg";

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  WorkerIdentity identity(WorkerSettings settings, ModuleCompiler compiler, Clock clock)
      throws IOException {
    var name = settings.name().orElse(InetAddress.getLocalHost().getHostName());
    // A worker that is started again is another one: nobody may take its heartbeats for the old.
    var start = Long.toString(clock.millis(), Character.MAX_RADIX);
    return new WorkerIdentity(
        new WorkerName(name + "-" + start), settings.slots(), compiler.toolchain());
  }

  @Produces
  @Singleton
  StoreClient store(StoreSettings settings) {
    return new StoreClient(settings.url(), settings.patience());
  }

  @Produces
  @Singleton
  ModuleCompiler compiler(WorkerSettings settings) {
    return switch (settings.compiler()) {
      case JAVAC ->
          new SupervisedCompiler(
              folder(settings).resolve("daemon"),
              settings.daemonHeap(),
              settings.slots(),
              settings.timeLimit());
      case INSTANT -> new InstantCompiler();
    };
  }

  @Produces
  @Singleton
  PrepareRequests requests(WorkerSettings worker, BrokerSettings broker) {
    return switch (worker.queue()) {
      case SHARE_GROUP ->
          new ShareGroupRequests(
              broker.servers(),
              Topics.PREPARE_REQUESTS,
              SHARE_GROUP,
              worker.slots(),
              worker.recordLock());
      case CONSUMER_GROUP ->
          new ConsumerGroupRequests(
              broker.servers(), Topics.PREPARE_REQUESTS, CONSUMER_GROUP, worker.slots());
    };
  }

  @Produces
  @Singleton
  RunningAttempts running() {
    return new RunningAttempts();
  }

  @Produces
  @Singleton
  Heartbeats heartbeats(
      WorkerIdentity worker,
      RunningAttempts running,
      HeartbeatChannel channel,
      WorkerSettings settings) {
    return new Heartbeats(worker, running, channel, settings.heartbeat());
  }

  @Produces
  @Singleton
  PreparationMetrics metrics(MeterRegistry registry) {
    return new PreparationMetrics(registry);
  }

  @Produces
  @Singleton
  UnitPreparation preparation(
      WorkerSettings settings,
      StoreClient store,
      ModuleCompiler compiler,
      PreparationMetrics metrics,
      Clock clock)
      throws IOException {
    var folder = folder(settings);
    var blobs =
        new BlobCache(folder.resolve("blobs"), settings.cacheMebibytes() * 1024 * 1024, store);
    var bench =
        new CompileBench(
            FreshFolder.at(folder.resolve("scratch")),
            blobs,
            new ClassPathManifests(blobs),
            new Upload(store, blobs),
            metrics,
            clock);
    return new UnitPreparation(
        new PlatformDistributions(FreshFolder.at(folder.resolve("platforms")), blobs),
        new KnownActions(store),
        bench,
        compiler,
        metrics);
  }

  @Produces
  @Singleton
  PreparationWork work(
      WorkerIdentity worker,
      UnitPreparation preparation,
      Outcomes outcomes,
      DeadLetters deadLetters,
      RunningAttempts running,
      PreparationMetrics metrics,
      Clock clock) {
    return new PreparationWork(
        worker.name(), preparation, outcomes, deadLetters, running, metrics, clock);
  }

  private static Path folder(WorkerSettings settings) {
    return Path.of(settings.folder()).toAbsolutePath();
  }
}
