package io.flexibleupgrades.worker.daemon;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The child JVM's main class: takes orders from standard input, compiles them on one thread per
 * slot and replies on standard output in the order of completion. Ends when standard input ends, so
 * that it never outlives its worker.
 */
public final class CompileDaemon {
  /** What the daemon ends with when it runs out of memory, as the JVM itself does. */
  public static final int EXIT_OUT_OF_MEMORY = 3;

  private static final long STACK_BYTES = 16L * 1024 * 1024;

  private final BlockingQueue<CompileOrder> orders = new LinkedBlockingQueue<>();
  private final JarIndexes indexes = new JarIndexes();
  private final JdkReleases releases = new JdkReleases();
  private final JavaCompiler javac;
  private final DataOutputStream replies;

  private CompileDaemon(JavaCompiler javac, DataOutputStream replies) {
    this.javac = javac;
    this.replies = replies;
  }

  /** Takes one argument: the number of slots. */
  public static void main(String[] arguments) throws IOException {
    // A compiler plug-in or a careless library must not write between the frames.
    var replies =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err);
    Locale.setDefault(Locale.ROOT);
    var javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      System.err.println("This Java runtime has no compiler: run the worker on a JDK.");
      System.exit(4);
      return;
    }
    var daemon = new CompileDaemon(javac, replies);
    new HeapWatch(() -> Runtime.getRuntime().halt(EXIT_OUT_OF_MEMORY)).start();
    int slots = Integer.parseInt(arguments[0]);
    for (int i = 1; i <= slots; i++) {
      var thread = new Thread(null, daemon::work, "compile-" + i, STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
    }
    daemon.reply(CompileReply.ready());
    daemon.read(new DataInputStream(new BufferedInputStream(System.in)));
    Runtime.getRuntime().halt(0);
  }

  private void read(DataInputStream in) throws IOException {
    for (var order = CompileOrder.readFrom(in); order != null; order = CompileOrder.readFrom(in)) {
      orders.add(order);
    }
  }

  private void work() {
    try {
      while (true) {
        compileUntilOneGivesWay();
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("The daemon ends: " + e);
      Runtime.getRuntime().halt(5);
    }
  }

  // Nobody knows what a compiler that gave way left behind in the files it had open.
  private void compileUntilOneGivesWay() throws IOException, InterruptedException {
    try (var compiler = new UnitCompiler(javac, indexes, releases)) {
      CompileReply reply;
      do {
        reply = answer(compiler, orders.take());
        reply(reply);
      } while (reply.crash() == null);
    }
  }

  // Whatever an order brings about, it is answered: a thread that ended would compile no more.
  private static CompileReply answer(UnitCompiler compiler, CompileOrder order) {
    try {
      return compiler.compile(order);
    } catch (IOException | RuntimeException | Error e) {
      return CompileReply.crashed(order.id(), e.toString());
    }
  }

  private void reply(CompileReply reply) throws IOException {
    synchronized (replies) {
      reply.writeTo(replies);
    }
  }
}
