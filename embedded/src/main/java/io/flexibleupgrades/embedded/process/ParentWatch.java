package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.jar.JarFile;

/**
 * Ends a JVM when its parent is gone. The supervisor holds the writing end of the child's standard
 * input and never writes: the input ends when the supervisor does, however it is ended, and then
 * this JVM halts. Nothing but a pipe is needed for it.
 */
public final class ParentWatch {

  private static final int PARENT_GONE = 143;

  private ParentWatch() {}

  /**
   * Runs a jar's main class in this JVM, which halts when its standard input ends. The jar must be
   * on the class path.
   *
   * @param args path of the jar, then the arguments of its main class
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    start();
    var main = Class.forName(mainClassOf(args[0])).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The main class of " + args[0] + " failed", e.getCause());
    }
  }

  /** Makes this JVM halt when its standard input ends. */
  public static void start() {
    Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::haltAtEndOfInput);
  }

  private static String mainClassOf(String jar) throws IOException {
    try (var file = new JarFile(jar)) {
      var main = file.getManifest().getMainAttributes().getValue("Main-Class");
      if (main == null) {
        throw new IllegalArgumentException(jar + " names no Main-Class in its manifest.");
      }
      return main;
    }
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // what arrives has no meaning, only that nothing more can arrive
      }
    } catch (IOException e) {
      System.err.println("Standard input cannot be read, ending: " + e);
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
