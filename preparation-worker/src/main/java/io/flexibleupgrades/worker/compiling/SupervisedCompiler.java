package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.worker.daemon.CompileOrder;
import io.flexibleupgrades.worker.daemon.CompileReply;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Compiles in a daemon that all slots share. A daemon that runs out of memory, hangs past the time
 * limit or ends is killed and replaced. The units that it had in hand are then tried again one at a
 * time, each in a daemon of its own, so that the culprit is found and the innocent are compiled. So
 * is a unit on which the compiler gave way: what an earlier one left behind may be to blame.
 */
public final class SupervisedCompiler implements ModuleCompiler {
  private static final Logger LOG = System.getLogger(SupervisedCompiler.class.getName());
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Path folder;
  private final String heap;
  private final int slots;
  private final Duration timeLimit;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong replacements = new AtomicLong();
  private final Semaphore isolation = new Semaphore(1, true);
  private @Nullable Path jar;
  private @Nullable DaemonProcess shared;
  private boolean closed;

  /**
   * Makes a compiler; a daemon is started with its first unit.
   *
   * @param folder for the daemon's class path
   * @param heap the most heap of a daemon, as {@code -Xmx} takes it
   * @param slots how many units are compiled at once
   * @param timeLimit of one try of a unit, for each of its members; begins when the daemon is there
   */
  public SupervisedCompiler(Path folder, String heap, int slots, Duration timeLimit) {
    this.folder = folder;
    this.heap = heap;
    this.slots = slots;
    this.timeLimit = timeLimit;
  }

  @Override
  public String toolchain() {
    return "javac " + System.getProperty("java.version");
  }

  @Override
  public CompiledUnit compile(UnitToCompile unit)
      throws CompilerFaultException, InterruptedException {
    var order = order(unit);
    var company = sharedDaemon();
    try {
      var reply = ask(company, order);
      if (reply.crash() == null) {
        return Replies.read(unit, reply);
      }
      var alone = askAlone(order);
      if (alone.crash() == null) {
        company.kill("flexup.compiler-ended", "it shared a compiler that had gone wrong");
      }
      return Replies.read(unit, alone);
    } catch (DaemonLostException _) {
      return Replies.read(unit, askAlone(order));
    }
  }

  @Override
  public long replacements() {
    return replacements.get();
  }

  /** Returns the process id of the shared daemon, 0 if there is none. */
  synchronized long sharedPid() {
    return shared == null || !shared.isUsable() ? 0 : shared.pid();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (shared != null) {
      shared.close();
    }
  }

  private CompileReply askAlone(CompileOrder order)
      throws CompilerFaultException, InterruptedException {
    isolation.acquire();
    try (var daemon = start(1)) {
      awaitReady(daemon);
      for (var member : order.members()) {
        LOG.log(
            Level.INFO, "compile again alone module={0} at={1}", member.module(), Instant.now());
      }
      return ask(daemon, order);
    } catch (DaemonLostException e) {
      throw new CompilerFaultException(
          FailureKind.INFRASTRUCTURE,
          e.code(),
          "The module was not compiled: %s.".formatted(e.getMessage()));
    } finally {
      isolation.release();
    }
  }

  private CompileReply ask(DaemonProcess daemon, CompileOrder order)
      throws DaemonLostException, CompilerFaultException, InterruptedException {
    var limit = timeLimit.multipliedBy(order.members().size());
    awaitReady(daemon);
    try {
      return awaited(daemon, daemon.submit(order), limit);
    } catch (TimeoutException _) {
      daemon.kill("flexup.compiler-ended", "it shared a compiler that hung on another module");
      throw new CompilerFaultException(
          FailureKind.TIME_LIMIT,
          "flexup.time-limit",
          "The module was not compiled within its time limit of %s."
              .formatted(limit.toString().substring(2)));
    }
  }

  private static void awaitReady(DaemonProcess daemon)
      throws DaemonLostException, CompilerFaultException, InterruptedException {
    try {
      awaited(daemon, daemon.ready(), LONGEST_START);
    } catch (TimeoutException _) {
      daemon.kill("flexup.compiler-not-started", "the compiler did not start");
      throw notStarted("it was not there after " + LONGEST_START.toSeconds() + " s");
    }
  }

  private static <T> T awaited(DaemonProcess daemon, Future<T> reply, Duration patience)
      throws DaemonLostException, TimeoutException, InterruptedException {
    try {
      return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DaemonLostException lost) {
        throw lost;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      daemon.kill("flexup.compiler-ended", "it shared a compiler that was stopped");
      throw e;
    }
  }

  private synchronized DaemonProcess sharedDaemon() throws CompilerFaultException {
    var current = shared;
    if (current == null || !current.isUsable()) {
      if (current != null) {
        replacements.incrementAndGet();
      }
      current = start(slots);
      shared = current;
    }
    return current;
  }

  private synchronized DaemonProcess start(int threads) throws CompilerFaultException {
    try {
      if (closed) {
        throw new IOException("the worker is stopping");
      }
      if (jar == null) {
        jar = DaemonJar.writtenTo(folder);
      }
      return DaemonProcess.start(jar, heap, threads);
    } catch (IOException e) {
      throw notStarted(String.valueOf(e.getMessage()));
    }
  }

  private static CompilerFaultException notStarted(String why) {
    return new CompilerFaultException(
        FailureKind.INFRASTRUCTURE,
        "flexup.compiler-not-started",
        "The compiler could not be started: %s.".formatted(why));
  }

  private CompileOrder order(UnitToCompile unit) {
    return new CompileOrder(
        ids.incrementAndGet(),
        unit.release(),
        unit.options(),
        unit.members().stream()
            .map(member ->
                new CompileOrder.Member(
                    member.module().value(),
                    member.bundle().toString(),
                    member.jar().toString(),
                    member.metadata()))
            .toList(),
        unit.classPath().stream()
            .map(entry -> new CompileOrder.ClassPathJar(entry.key(), entry.file().toString()))
            .toList());
  }
}
