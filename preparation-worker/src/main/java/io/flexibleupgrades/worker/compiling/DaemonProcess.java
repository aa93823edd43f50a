package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.worker.daemon.CompileDaemon;
import io.flexibleupgrades.worker.daemon.CompileOrder;
import io.flexibleupgrades.worker.daemon.CompileReply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A running compile daemon, seen from the worker. Thread-safe. */
final class DaemonProcess implements AutoCloseable {
  private static final Logger LOG = System.getLogger(DaemonProcess.class.getName());

  private final Process process;
  private final DataOutputStream orders;
  private final Map<Long, CompletableFuture<CompileReply>> open = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable DaemonLostException> lost = new AtomicReference<>();
  private final CompletableFuture<CompileReply> ready = new CompletableFuture<>();
  private volatile String lastWords = "";

  private DaemonProcess(Process process) {
    this.process = process;
    open.put(CompileReply.ready().id(), ready);
    this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * Starts a daemon.
   *
   * @param heap the most heap it may use, as {@code -Xmx} takes it
   */
  static DaemonProcess start(Path jar, String heap, int slots) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+ExitOnOutOfMemoryError",
                // Its last words must not stand between the frames.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:-UsePerfData",
                "-Duser.language=en",
                "-Djava.awt.headless=true",
                "-cp",
                jar.toString(),
                CompileDaemon.class.getName(),
                Integer.toString(slots)));
    // These would change the daemon's own limits.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    var daemon = new DaemonProcess(builder.start());
    Thread.ofPlatform().daemon().name("daemon-replies-" + daemon.pid()).start(daemon::readReplies);
    Thread.ofPlatform().daemon().name("daemon-errors-" + daemon.pid()).start(daemon::readErrors);
    LOG.log(Level.INFO, "compile daemon started pid={0} heap={1}", "" + daemon.pid(), heap);
    return daemon;
  }

  long pid() {
    return process.pid();
  }

  boolean isUsable() {
    return lost.get() == null && process.isAlive();
  }

  /** Ends when the daemon takes orders; fails like {@link #submit}. */
  Future<CompileReply> ready() {
    return ready;
  }

  /** Returns the reply to come; fails with {@link DaemonLostException} if the daemon ends first. */
  CompletableFuture<CompileReply> submit(CompileOrder order) {
    var reply = new CompletableFuture<CompileReply>();
    open.put(order.id(), reply);
    // A daemon that hangs reads nothing, and this must not make its worker hang too.
    Thread.ofVirtual().name("daemon-orders-" + pid()).start(() -> write(order));
    var alreadyLost = lost.get();
    if (alreadyLost != null) {
      reply.completeExceptionally(alreadyLost);
    }
    return reply;
  }

  private void write(CompileOrder order) {
    try {
      synchronized (orders) {
        order.writeTo(orders);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The daemon does not read its orders.", e);
      process.destroyForcibly();
    }
  }

  /** Ends the daemon at once; what it has in hand is lost for this reason. */
  void kill(String code, String reason) {
    lost.compareAndSet(null, new DaemonLostException(code, reason));
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill("flexup.worker-stopped", "the worker stopped");
  }

  private void readReplies() {
    try (var replies = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      for (var reply = CompileReply.readFrom(replies);
          reply != null;
          reply = CompileReply.readFrom(replies)) {
        var waiting = open.remove(reply.id());
        if (waiting != null) {
          waiting.complete(reply);
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "The daemon's replies ended.", e);
    }
    // Without its replies a daemon is of no use, whatever it does.
    process.destroyForcibly();
    var reason = reasonOf(process.onExit().join().exitValue());
    lost.compareAndSet(null, reason);
    var cause = lost.get();
    LOG.log(Level.WARNING, "compile daemon ended pid={0} reason={1}", "" + pid(), cause);
    open.values().forEach(waiting -> waiting.completeExceptionally(cause == null ? reason : cause));
    open.clear();
  }

  private DaemonLostException reasonOf(int exit) {
    if (exit == CompileDaemon.EXIT_OUT_OF_MEMORY) {
      return new DaemonLostException("flexup.out-of-memory", "the compiler ran out of memory");
    }
    var words = lastWords;
    return new DaemonLostException(
        "flexup.compiler-ended",
        "the compiler process ended (exit code %d)%s"
            .formatted(exit, words.isEmpty() ? "" : ": " + words));
  }

  private void readErrors() {
    try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
      for (var line = errors.readLine(); line != null; line = errors.readLine()) {
        if (!line.isBlank()) {
          lastWords = line;
          LOG.log(Level.DEBUG, "daemon {0}: {1}", "" + pid(), line);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The daemon's error output ended.", e);
    }
  }
}
