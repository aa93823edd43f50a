package io.flexibleupgrades.worker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitCompilerIT {
  @TempDir Path folder = Path.of("");
  private final JarIndexes indexes = new JarIndexes();
  private final UnitCompiler compiler;

  UnitCompilerIT() throws IOException {
    compiler = new UnitCompiler(ToolProvider.getSystemJavaCompiler(), indexes, new JdkReleases());
  }

  @Test
  void writesClassesResourcesAndMetadata() throws IOException {
    var reply =
        compile(
            List.of(),
            Map.of(
                "Orders",
                Map.of(
                    "com/acme/Orders.java", "package com.acme; public class Orders {}",
                    "com/acme/orders.txt", "text")));

    assertThat(reply.crash()).isNull();
    assertThat(entries("Orders"))
        .containsExactly(
            "META-INF/flexup/api",
            "META-INF/flexup/artifact.json",
            "com/acme/Orders.class",
            "com/acme/orders.txt");
  }

  @Test
  @DisplayName("B17: a cycle is compiled together, and each class goes to its member's artifact")
  void compilesACycleTogether() throws IOException {
    var units = new LinkedHashMap<String, Map<String, String>>();
    units.put("A", Map.of("a/A.java", "package a; public class A { b.B b; class Inner {} }"));
    units.put("B", Map.of("b/B.java", "package b; public class B { a.A a; }"));

    var reply = compile(List.of(), units);

    assertThat(reply.members()).allMatch(member -> member.errors() == 0);
    assertThat(entries("A")).contains("a/A.class", "a/A$Inner.class").doesNotContain("b/B.class");
    assertThat(entries("B")).contains("b/B.class").doesNotContain("a/A.class");
  }

  @Test
  @DisplayName("B17: in a cycle an error belongs to the member whose file it is in")
  void attributesErrorsToTheirMember() throws IOException {
    var units = new LinkedHashMap<String, Map<String, String>>();
    units.put("A", Map.of("a/A.java", "package a; public class A { b.B b; }"));
    units.put("B", Map.of("b/B.java", "package b;\npublic class B {\n  a.A a;\n  Missing m; }"));

    var reply = compile(List.of(), units);

    assertThat(reply.members().getFirst().errors()).isZero();
    var message = reply.members().getLast().messages().getFirst();
    assertThat(message.code()).startsWith("compiler.err.cant.resolve");
    assertThat(message.file()).isEqualTo("b/B.java");
    assertThat(message.line()).isEqualTo(4);
    assertThat(message.column()).isEqualTo(3);
    assertThat(message.sourceLine()).isEqualTo("  Missing m; }");
    assertThat(folder.resolve("A.jar")).doesNotExist();
  }

  @Test
  void seesTheClassPathAndTheEarlierJarWins() throws IOException {
    compile(List.of(), Map.of("Old", Map.of("x/X.java", "package x; public class X {}")));
    compile(
        List.of(),
        Map.of("New", Map.of("x/X.java", "package x; public class X { public int n; }")));
    var user = Map.of("User", Map.of("u/U.java", "package u; class U { int n = new x.X().n; }"));

    assertThat(compile(List.of("New", "Old"), user).members().getFirst().errors()).isZero();
    assertThat(compile(List.of("Old", "New"), user).members().getFirst().errors()).isEqualTo(1);
  }

  @Test
  @DisplayName("B40: warnings never fail a module, whatever the platform's options say")
  void warningsNeverFail() throws IOException {
    var source = "import java.util.*; class W { List raw = new ArrayList(); }";

    var reply = compile(List.of(), Map.of("W", Map.of("W.java", source)), "-Xlint:all", "-Werror");

    assertThat(reply.members().getFirst().errors()).isZero();
    assertThat(reply.members().getFirst().warnings()).isEqualTo(2);
    assertThat(folder.resolve("W.jar")).exists();
  }

  @Test
  void countsErrorsBeyondTheCompilersOwnLimit() throws IOException {
    var source = new StringBuilder("class E {");
    for (int i = 0; i < 300; i++) {
      source.append(" Missing").append(i).append(" m").append(i).append(';');
    }

    var reply = compile(List.of(), Map.of("E", Map.of("E.java", source + "}")));

    assertThat(reply.members().getFirst().errors()).isEqualTo(300);
    assertThat(reply.members().getFirst().messages()).hasSize(200);
  }

  @Test
  @DisplayName("B41: deep nesting makes the compiler give way, which is said, and it goes on")
  void survivesDeepNesting() throws IOException, InterruptedException {
    var replies = new ArrayList<CompileReply>();
    var thread =
        new Thread(
            null,
            () -> {
              try {
                replies.add(compile(List.of(), Map.of("Deep", Sources.deepNesting())));
                replies.add(compile(List.of(), Map.of("Small", Sources.small("Small"))));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            },
            "compile",
            1024 * 1024);
    thread.start();
    thread.join();

    assertThat(replies).hasSize(2);
    assertThat(replies.getFirst().crash()).contains("nested too deeply");
    assertThat(replies.getLast().crash()).isNull();
  }

  @Test
  @DisplayName("B41: a hostile bundle fails its own module with a diagnostic")
  void refusesABundleThatLeadsOutOfItself() throws IOException {
    var reply = compile(List.of(), Map.of("Evil", Map.of("../Evil.java", "class Evil {}")));

    var message = reply.members().getFirst().messages().getFirst();
    assertThat(message.code()).isEqualTo("flexup.bundle");
    assertThat(message.text()).contains("'../Evil.java' leads out of the bundle");
  }

  @Test
  void refusesABundleThatIsNoZip() throws IOException {
    var bundle = Files.writeString(folder.resolve("Garbage.zip"), "no zip at all");

    var reply = compiler.compile(order(List.of(), List.of(), List.of(member("Garbage", bundle))));

    assertThat(reply.members().getFirst().messages().getFirst().code()).isEqualTo("flexup.bundle");
  }

  @Test
  void refusesACompressionBomb() throws IOException {
    var bundle = folder.resolve("Large.zip");
    Files.write(bundle, Bundles.zip(Map.of("zero.txt", new byte[65 * 1024 * 1024])));

    var reply = compiler.compile(order(List.of(), List.of(), List.of(member("Large", bundle))));

    assertThat(reply.members().getFirst().messages().getFirst().text()).contains("64 MiB");
  }

  @Test
  void saysThatASourceIsNotUtf8() throws IOException {
    var bundle = folder.resolve("Latin.zip");
    var source = "class Latin { /* ä */ }".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(bundle, Bundles.zip(Map.of("Latin.java", source)));

    var reply = compiler.compile(order(List.of(), List.of(), List.of(member("Latin", bundle))));

    assertThat(reply.members().getFirst().messages().getFirst().file()).isEqualTo("Latin.java");
  }

  @Test
  void wrongOptionsOfAPlatformAreNotTheModulesFault() throws IOException {
    var reply = compile(List.of(), Map.of("S", Sources.small("S")), "-no-such-option");

    assertThat(reply.crash()).contains("options are wrong").contains("-no-such-option");
  }

  private CompileReply compile(
      List<String> classPath, Map<String, Map<String, String>> units, String... options)
      throws IOException {
    var members = new ArrayList<CompileOrder.Member>();
    for (var unit : units.entrySet()) {
      var bundle = folder.resolve(unit.getKey() + ".zip");
      Files.write(bundle, Bundles.of(unit.getValue()));
      members.add(member(unit.getKey(), bundle));
    }
    return compiler.compile(order(classPath, List.of(options), members));
  }

  private CompileOrder order(
      List<String> classPath, List<String> options, List<CompileOrder.Member> members) {
    return new CompileOrder(
        1,
        21,
        options,
        members,
        classPath.stream()
            .map(name -> new CompileOrder.ClassPathJar(name, folder.resolve(name + ".jar") + ""))
            .toList());
  }

  private CompileOrder.Member member(String name, Path bundle) {
    return new CompileOrder.Member(name, bundle + "", folder.resolve(name + ".jar") + "", "{}");
  }

  private List<String> entries(String module) throws IOException {
    try (var jar = new ZipFile(folder.resolve(module + ".jar").toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
