package io.flexibleupgrades.worker;

import io.flexibleupgrades.worker.compiling.ModuleCompiler;
import io.flexibleupgrades.worker.heartbeat.Heartbeats;
import io.flexibleupgrades.worker.heartbeat.RunningAttempts;
import io.flexibleupgrades.worker.heartbeat.WorkerIdentity;
import io.flexibleupgrades.worker.preparing.PreparationWork;
import io.flexibleupgrades.worker.queue.PrepareRequests;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Starts the worker, and drains it when it is told to stop: nothing more is taken, what runs is
 * finished, said and acknowledged, and the last heartbeat says that nothing runs any more. The
 * process then ends with 143, as every JVM does after SIGTERM: Kubernetes and supervisors expect it
 * of a process that they stopped (systemd: {@code SuccessExitStatus=143}).
 */
@ApplicationScoped
class WorkerLifecycle {
  private static final Logger LOG = Logger.getLogger(WorkerLifecycle.class);

  private final WorkerIdentity worker;
  private final WorkerSettings settings;
  private final PrepareRequests requests;
  private final PreparationWork work;
  private final Heartbeats heartbeats;
  private final ModuleCompiler compiler;
  private final RunningAttempts running;
  private final MeterRegistry registry;

  WorkerLifecycle(
      WorkerIdentity worker,
      WorkerSettings settings,
      PrepareRequests requests,
      PreparationWork work,
      Heartbeats heartbeats,
      ModuleCompiler compiler,
      RunningAttempts running,
      MeterRegistry registry) {
    this.worker = worker;
    this.settings = settings;
    this.requests = requests;
    this.work = work;
    this.heartbeats = heartbeats;
    this.compiler = compiler;
    this.running = running;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("flexup.slots", worker, WorkerIdentity::slots).register(registry);
    Gauge.builder("flexup.attempts", running, attempts -> attempts.now().size())
        .description("attempts in hand now")
        .register(registry);
    FunctionCounter.builder("flexup.daemon.restarts", compiler, ModuleCompiler::replacements)
        .register(registry);
    LOG.infof(
        "worker started name=%s slots=%d toolchain=%s queue=%s",
        worker.name(), worker.slots(), worker.toolchain(), settings.queue());
    heartbeats.start();
    requests.start(work);
  }

  // Before the messaging channels close, which the outcomes of this still need.
  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    LOG.infof("worker draining running=%d", running.now().size());
    heartbeats.drain();
    boolean finished = requests.drain(settings.drain());
    requests.close();
    compiler.close();
    heartbeats.stop();
    LOG.infof("worker stopped finished=%s", finished);
  }
}
