package io.flexibleupgrades.worker.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.worker.fixture.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are made to deceive the compiler, its class path or the artifact. */
class HostileUnitsIT {
  private static final String MARK = "flexup.test.hostile";
  private static final long SEED = Long.getLong("flexup.hostile.seed", System.nanoTime());

  @TempDir Path folder = Path.of("");
  private final UnitCompiler compiler;

  HostileUnitsIT() throws IOException {
    compiler =
        new UnitCompiler(ToolProvider.getSystemJavaCompiler(), new JarIndexes(), new JdkReleases());
  }

  @Test
  @DisplayName("B41: classes whose names differ by case only fail their own module")
  void namesThatDifferByCaseOnly() throws IOException {
    var reply = compile("Cases", Map.of("A.java", "class Thing {} class thing {}"));

    assertThat(reply.crash()).isNull();
    var message = reply.members().getFirst().messages().getFirst();
    assertThat(message.code()).isEqualTo("flexup.artifact");
    assertThat(message.text()).contains("Thing.class").contains("thing.class");
    assertThat(folder.resolve("Cases.jar")).doesNotExist();
  }

  @Test
  void aClassWinsOverAResourceOfItsName() throws IOException {
    compile(
        "Both",
        Map.of("p/A.java", "package p; public class A {}", "p/A.class", "not a class at all"));

    assertThat(compileWith("User", Map.of("U.java", "class U { p.A a; }"), "Both").members())
        .allMatch(member -> member.errors() == 0);
  }

  @Test
  void aResourceThatIsAFolderOfClassesFailsItsModule() throws IOException {
    var reply =
        compile("Folder", Map.of("p/A.java", "package p; class A {}", "p", "a file named p"));

    assertThat(reply.members().getFirst().messages().getFirst().text()).contains("folder");
  }

  @Test
  @DisplayName("B41: characters that Java ignores in a name are ignored here too")
  void aNameWithIgnoredCharacters() throws IOException {
    var reply = compile("Ignored", Map.of("A.java", "class A\\u0001B { class C\\u007f {} }"));

    assertThat(reply.crash()).isNull();
    try (var jar = new ZipFile(folder.resolve("Ignored.jar").toFile())) {
      assertThat(jar.getEntry("AB$C.class")).isNotNull();
    }
  }

  @Test
  @DisplayName("B41: a producer's resources with odd names do not hurt its consumers")
  void oddNamesOnTheClassPath() throws IOException {
    compile(
        "Odd",
        Map.of(
            "p/A.java", "package p; public class A {}",
            "p/a^b<c>`{}|.class", "no class",
            "p/%zz.class", "no class",
            "p/x y.class", "no class",
            "module-info.class", "no class",
            "package-info.class", "no class"));

    var reply = compileWith("User", Map.of("U.java", "import p.*; class U { A a; }"), "Odd");

    assertThat(reply.crash()).isNull();
    assertThat(reply.members().getFirst().errors()).isZero();
  }

  @Test
  @DisplayName("B41: annotation processors and plug-ins in an artifact never run")
  void servicesInAnArtifactNeverRun() throws IOException {
    System.clearProperty(MARK);
    var plugin =
        """
        package evil;
        public class Plug implements com.sun.source.util.Plugin {
          static { System.setProperty("%1$s", "loaded"); }
          public String getName() { return "evil"; }
          public boolean autoStart() { return true; }
          public void init(com.sun.source.util.JavacTask task, String... args) {}
        }
        """
            .formatted(MARK);
    var processor =
        """
        package evil;
        public class Proc extends javax.annotation.processing.AbstractProcessor {
          static { System.setProperty("%1$s", "loaded"); }
          public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a,
              javax.annotation.processing.RoundEnvironment e) { return false; }
        }
        """
            .formatted(MARK);
    var made =
        compile(
            "Evil",
            Map.of(
                "evil/Plug.java",
                plugin,
                "evil/Proc.java",
                processor,
                "META-INF/services/com.sun.source.util.Plugin",
                "evil.Plug\n",
                "META-INF/services/javax.annotation.processing.Processor",
                "evil.Proc\n"));
    assertThat(made.members().getFirst().messages()).isEmpty();
    var user = Map.of("U.java", "@Deprecated class U { evil.Plug p; }");

    assertThat(compileWith("User", user, "Evil").members().getFirst().errors()).isZero();
    for (var option :
        List.of(
            "-Xplugin:evil", "-proc:full", "-processor", "-processorpath", "--processor-path=x")) {
      var reply = compile("Asking", user, List.of("Evil"), option);
      assertThat(reply.crash()).as(option).contains("options are wrong");
    }

    assertThat(System.getProperty(MARK)).isNull();
  }

  @Test
  @DisplayName("B41: a module-info makes no crash, and no class of others unsafe")
  void aModuleInfo() throws IOException {
    var reply =
        compile(
            "Named",
            Map.of(
                "module-info.java", "module named { requires jdk.compiler; exports p; }",
                "p/A.java", "package p; public class A {}",
                "p/package-info.java", "@Deprecated package p;"));
    assertThat(reply.crash()).isNull();

    var shadow =
        compile("Shadow", Map.of("java/lang/String.java", "package java.lang; class String {}"));
    assertThat(shadow.crash()).isNull();
    assertThat(shadow.members().getFirst().errors()).isPositive();
  }

  @Test
  void aSourceWinsOverTheClassPathsClassOfItsName() throws IOException {
    compile("Old", Map.of("x/X.java", "package x; public class X {}"));

    var reply =
        compileWith(
            "New", Map.of("x/X.java", "package x; public class X { int n; int m = n; }"), "Old");

    assertThat(reply.members().getFirst().errors()).isZero();
  }

  @Test
  void theMetadataCannotBeForged() throws IOException {
    compile("Forger", Map.of("A.java", "class A {}", ArtifactJar.METADATA, "{\"forged\":1}"));

    try (var jar = new ZipFile(folder.resolve("Forger.jar").toFile())) {
      var metadata = jar.getInputStream(jar.getEntry(ArtifactJar.METADATA)).readAllBytes();
      assertThat(new String(metadata, UTF_8)).isEqualTo("{}");
    }
  }

  @Test
  @DisplayName("B41: a damaged bundle is the module's fault, whatever was damaged")
  void damagedBundles() throws IOException {
    System.out.println("damaged bundles seed=" + SEED);
    var random = new Random(SEED);
    var good = Bundles.of(Map.of("A.java", "class A { int x = 1; }", "r.txt", "text ".repeat(500)));
    for (int i = 0; i < 500; i++) {
      var bad = random.nextBoolean() ? good.clone() : cut(good, random);
      for (int flips = random.nextInt(6); flips >= 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      var bundle = Files.write(folder.resolve("Bad.zip"), bad);

      var reply = compiler.compile(order(List.of(), List.of(), "Bad", bundle));

      assertThat(reply.crash()).as("round %d", i).isNull();
    }
  }

  private static byte[] cut(byte[] good, Random random) {
    return Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
  }

  private CompileReply compile(String module, Map<String, String> files) throws IOException {
    return compile(module, files, List.of());
  }

  private CompileReply compileWith(String module, Map<String, String> files, String... classPath)
      throws IOException {
    return compile(module, files, List.of(classPath));
  }

  private CompileReply compile(
      String module, Map<String, String> files, List<String> classPath, String... options)
      throws IOException {
    var bundle = folder.resolve(module + ".zip");
    Files.write(bundle, Bundles.of(files));
    return compiler.compile(order(classPath, List.of(options), module, bundle));
  }

  private CompileOrder order(
      List<String> classPath, List<String> options, String module, Path bundle) {
    return new CompileOrder(
        1,
        21,
        options,
        List.of(
            new CompileOrder.Member(
                module, bundle.toString(), folder.resolve(module + ".jar").toString(), "{}")),
        classPath.stream()
            .map(name -> new CompileOrder.ClassPathJar(name, folder.resolve(name + ".jar") + ""))
            .toList());
  }
}
