package io.flexibleupgrades.worker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.worker.daemon.CompileReply.Message;
import io.flexibleupgrades.worker.fixture.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's classes from memory beside what the compiler's {@code --release} makes of them. */
class JdkReleaseIT {
  // The compiler takes it and does nothing with it, and it is none that is known to be harmless.
  private static final String NEUTRAL = "-XDflexup";

  @TempDir Path folder = Path.of("");
  private final JdkReleases releases = new JdkReleases();
  private final UnitCompiler compiler;
  private int units;

  private record Outcome(List<Message> messages, String log, List<Byte> artifact) {}

  JdkReleaseIT() throws IOException {
    compiler = new UnitCompiler(ToolProvider.getSystemJavaCompiler(), new JarIndexes(), releases);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 11, 17, 21, 25})
  void classesAndWarningsAreThoseOfTheCompilersOwnOption(int release) throws IOException {
    var sources =
        Map.of(
            "p/Uses.java",
            """
            package p;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            public class Uses implements java.io.Serializable, Comparator<String> {
              List raw = new ArrayList();
              java.util.logging.Logger log = java.util.logging.Logger.getLogger("x");
              enum Colour { RED, GREEN }
              public int compare(String a, String b) { return a.compareTo(b); }
              @SuppressWarnings("unused")
              Object old() throws Exception { Thread.currentThread().stop(); return new Integer(7); }
              Map<String, List<Integer>> byName(Collection<? extends Number> numbers) {
                Function<Number, String> name = n -> "n" + n + Colour.RED;
                return numbers.stream().collect(
                    Collectors.groupingBy(name, TreeMap::new,
                        Collectors.mapping(Number::intValue, Collectors.toList())));
              }
              int pick(Colour c) { switch (c) { case RED: return 1; default: return 0; } }
              java.sql.Connection connection; javax.swing.JLabel label; sun.misc.Unsafe unsafe;
            }
            """,
            "p/module.txt",
            "text");

    assertAlike(release, sources, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 11, 17, 21, 25})
  void errorsAreThoseOfTheCompilersOwnOption(int release) throws IOException {
    var sources =
        Map.of(
            "p/Newer.java",
            """
            package p;
            class Newer {
              java.util.concurrent.Flow.Publisher<String> nine;
              java.net.http.HttpClient eleven = java.net.http.HttpClient.newHttpClient();
              Object twelve = "x".describeConstable();
              boolean eleven() { return " ".isBlank(); }
              Object sixteen(java.util.stream.Stream<String> s) { return s.toList(); }
              Object twentyOne(java.util.List<String> l) { return l.getFirst(); }
              java.util.stream.Gatherer<String, ?, String> twentyFour;
              jdk.internal.misc.Unsafe internal; sun.security.x509.X500Name name;
              javax.xml.bind.JAXBContext gone; com.acme.Nobody nobody;
              void stopped() { Runtime.getRuntime().runFinalizersOnExit(true); }
            }
            """);

    assertAlike(release, sources, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 21})
  void modulesAreFoundByName(int release) throws IOException {
    var sources =
        Map.of(
            "module-info.java",
            "module m { requires java.sql; exports q; uses java.sql.Driver; }",
            "q/Q.java",
            "package q; public class Q { java.sql.Driver d; java.util.logging.Logger l; }");
    var missing =
        Map.of(
            "module-info.java",
            "module m { requires java.base; }",
            "q/Q.java",
            "package q; class Q { java.sql.Driver d; }");

    assertAlike(release, sources, true);
    assertAlike(release, missing, false);
  }

  @Test
  void whatConcernsTheJdkIsLeftToTheCompiler() throws IOException {
    assertThat(releases.of(order(21, List.of("-Xlint:all", "-g", "-parameters"), "x"))).isNotNull();
    assertThat(releases.of(order(8, List.of(), "x"))).isNull();
    assertThat(releases.of(order(99, List.of(), "x"))).isNull();
    for (var option : List.of("--add-modules=java.sql", "--enable-preview", "-source", NEUTRAL)) {
      assertThat(releases.of(order(21, List.of(option), "x"))).as(option).isNull();
    }
  }

  @Test
  void aReleaseIsReadOnce() throws IOException {
    var order = order(21, List.of(), "x");

    assertThat(releases.of(order)).isSameAs(releases.of(order));
  }

  private void assertAlike(int release, Map<String, String> sources, boolean succeeds)
      throws IOException {
    var expected = compile(release, sources, List.of("-Xlint:all", NEUTRAL));
    var outcome = compile(release, sources, List.of("-Xlint:all"));

    assertThat(expected.messages()).isNotEmpty();
    assertThat(outcome.messages()).isEqualTo(expected.messages());
    assertThat(outcome.log()).isEqualTo(expected.log());
    assertThat(outcome.artifact()).isEqualTo(expected.artifact());
    assertThat(outcome.artifact().isEmpty()).isNotEqualTo(succeeds);
  }

  private Outcome compile(int release, Map<String, String> sources, List<String> options)
      throws IOException {
    var name = "Unit" + units++;
    Files.write(folder.resolve(name + ".zip"), Bundles.of(sources));
    var order = order(release, options, name);
    var reply = compiler.compile(order);
    assertThat(reply.crash()).isNull();
    var jar = Path.of(order.members().getFirst().jar());
    var bytes = new ArrayList<Byte>();
    if (Files.exists(jar)) {
      for (byte each : Files.readAllBytes(jar)) {
        bytes.add(each);
      }
    }
    var member = reply.members().getFirst();
    return new Outcome(member.messages(), member.log(), bytes);
  }

  private CompileOrder order(int release, List<String> options, String name) {
    var member =
        new CompileOrder.Member(
            "Module", folder.resolve(name + ".zip") + "", folder.resolve(name + ".jar") + "", "{}");
    return new CompileOrder(1, release, options, List.of(member), List.of());
  }
}
