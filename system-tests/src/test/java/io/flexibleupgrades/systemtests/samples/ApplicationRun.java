package io.flexibleupgrades.systemtests.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a compiled application's main method within this process and returns what it printed. */
record ApplicationRun(FactoryCompilation compilation, String application) {

  String output() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader classes = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      Method main = main(classes);
      System.setOut(capture);
      main.invoke(null, (Object) new String[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(application + " does not run.", e);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private URL[] urls() throws MalformedURLException {
    List<Path> path = compilation.runtimePath(application);
    URL[] urls = new URL[path.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = path.get(i).toUri().toURL();
    }
    return urls;
  }

  private Method main(ClassLoader classes) throws IOException {
    Path root = compilation.classesOf(application);
    try (Stream<Path> files = Files.walk(root)) {
      List<Method> found =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> root.relativize(file).toString().replace('/', '.'))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .flatMap(name -> mainOf(name, classes).stream())
              .toList();
      if (found.size() != 1) {
        throw new IllegalStateException(application + " has these main methods: " + found);
      }
      return found.getFirst();
    }
  }

  private static Optional<Method> mainOf(String className, ClassLoader classes) {
    try {
      return Optional.of(classes.loadClass(className).getMethod("main", String[].class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
