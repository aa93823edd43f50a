package io.flexibleupgrades.worker.compiling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedCompilerIT {
  private static final Duration GENEROUS = Duration.ofMinutes(2);

  @TempDir Path folder = Path.of("");
  private final ExecutorService slots = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable SupervisedCompiler compiler;

  @AfterEach
  void stop() {
    if (compiler != null) {
      compiler.close();
    }
    slots.shutdownNow();
  }

  @Test
  void compilesInOneDaemonThatStays() throws Exception {
    var compiler = compiler(GENEROUS);

    assertThat(compiler.compile(unit("A", Sources.small("A"))).succeeded()).isTrue();
    long pid = compiler.sharedPid();
    assertThat(compiler.compile(unit("B", Sources.small("B"))).succeeded()).isTrue();

    assertThat(compiler.sharedPid()).isEqualTo(pid).isPositive();
    assertThat(compiler.replacements()).isZero();
  }

  @Test
  void theSameInputGivesTheSameArtifactInAnyDaemon() throws Exception {
    compiler(GENEROUS).compile(unit("A", Sources.small("A")));
    var first = Digest.of(Files.readAllBytes(folder.resolve("A.jar")));
    stop();

    var other = new SupervisedCompiler(folder.resolve("other"), "96m", 1, GENEROUS);
    try (other) {
      Thread.sleep(2_100);
      other.compile(unit("A", Sources.small("A")));
    }

    assertThat(Digest.of(Files.readAllBytes(folder.resolve("A.jar")))).isEqualTo(first);
  }

  @Test
  @DisplayName("B39, B41: a source that exhausts the heap fails alone, as out of memory")
  void findsTheCulpritThatExhaustsTheHeap() throws Exception {
    var compiler = compiler(GENEROUS);
    compiler.compile(unit("Warm", Sources.small("Warm")));

    var innocent = later(compiler, unit("Slow", Sources.slow("Slow", 6)));
    var bomb = later(compiler, unit("Bomb", Sources.memoryBomb()));

    assertThat(fault(bomb).kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
    assertThat(fault(bomb).code()).isEqualTo("flexup.out-of-memory");
    assertThat(innocent.get().succeeded()).isTrue();
    assertThat(compiler.compile(unit("After", Sources.small("After"))).succeeded()).isTrue();
    assertThat(compiler.replacements()).isPositive();
  }

  @Test
  @DisplayName("B39: a compile past its time limit fails alone, as time-limit")
  void findsTheCulpritThatNeverEnds() throws Exception {
    var compiler = compiler(Duration.ofSeconds(6));
    compiler.compile(unit("Warm", Sources.small("Warm")));

    var endless = later(compiler, unit("Endless", Sources.slow("Endless", 14)));
    Thread.sleep(4_000);
    var innocent = later(compiler, unit("Innocent", Sources.slow("Innocent", 5)));

    assertThat(fault(endless).kind()).isEqualTo(FailureKind.TIME_LIMIT);
    assertThat(fault(endless)).hasMessageContaining("time limit of 6S");
    assertThat(innocent.get().succeeded()).isTrue();
    assertThat(compiler.compile(unit("After", Sources.small("After"))).succeeded()).isTrue();
  }

  @Test
  @DisplayName("B39: the daemon is killed with two units in hand, and both are prepared")
  void preparesTheInnocentAfterAKill() throws Exception {
    var compiler = compiler(GENEROUS);
    compiler.compile(unit("Warm", Sources.small("Warm")));
    long pid = compiler.sharedPid();

    var one = later(compiler, unit("One", Sources.slow("One", 7)));
    var two = later(compiler, unit("Two", Sources.slow("Two", 7)));
    Thread.sleep(300);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();

    assertThat(one.get().succeeded()).isTrue();
    assertThat(two.get().succeeded()).isTrue();
    assertThat(compiler.compile(unit("After", Sources.small("After"))).succeeded()).isTrue();
    assertThat(compiler.sharedPid()).isNotEqualTo(pid);
  }

  @Test
  @DisplayName("B41: deep nesting is a fault of the compiler, and the daemon stays")
  void deepNestingIsNoCompileError() throws Exception {
    var compiler = compiler(GENEROUS);
    compiler.compile(unit("Warm", Sources.small("Warm")));
    long pid = compiler.sharedPid();

    assertThatExceptionOfType(CompilerFaultException.class)
        .isThrownBy(() -> compiler.compile(unit("Deep", Sources.deepNesting())))
        .withMessageContaining("nested too deeply")
        .matches(fault -> fault.kind() == FailureKind.INFRASTRUCTURE);

    assertThat(compiler.sharedPid()).isEqualTo(pid);
  }

  @Test
  @DisplayName("G6: a module that makes the heap overflow slowly does not get its company blamed")
  void aHeapThatIsAlmostFullIsNobodyElsesFault() throws Exception {
    var compiler = compiler(Duration.ofSeconds(25));
    compiler.compile(unit("Warm", Sources.small("Warm")));

    var innocent = later(compiler, unit("Slow", Sources.slow("Slow", 7)));
    var struggling = later(compiler, unit("Struggling", Sources.manyMethods(250_000)));

    assertThat(innocent.get().succeeded()).isTrue();
    assertThat(fault(struggling).code()).isEqualTo("flexup.out-of-memory");
  }

  @Test
  @DisplayName("G6: a daemon that reads no orders is replaced after the module's time limit")
  void aDaemonThatHangsIsReplaced() throws Exception {
    var compiler = compiler(Duration.ofSeconds(6));
    compiler.compile(unit("Warm", Sources.small("Warm")));
    long pid = compiler.sharedPid();
    new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
    var libraries =
        IntStream.range(0, 2_000)
            .mapToObj(i -> new UnitToCompile.Jar("key".repeat(50) + i, folder.resolve("" + i)))
            .toList();
    var plain = unit("Long", Sources.small("Long"));

    var stuck = later(compiler, new UnitToCompile(plain.members(), 21, List.of(), libraries));

    assertThat(fault(stuck).kind()).isEqualTo(FailureKind.TIME_LIMIT);
    assertThat(compiler.compile(unit("After", Sources.small("After"))).succeeded()).isTrue();
  }

  @Test
  void aDaemonEndsWithItsWorker() throws Exception {
    var compiler = compiler(GENEROUS);
    compiler.compile(unit("A", Sources.small("A")));
    var daemon = ProcessHandle.of(compiler.sharedPid()).orElseThrow();

    compiler.close();

    assertThat(daemon.onExit().get().isAlive()).isFalse();
  }

  private SupervisedCompiler compiler(Duration limit) {
    var made = new SupervisedCompiler(folder.resolve("daemon"), "160m", 2, limit);
    compiler = made;
    return made;
  }

  private Future<CompiledUnit> later(ModuleCompiler compiler, UnitToCompile unit) {
    Callable<CompiledUnit> call = () -> compiler.compile(unit);
    return slots.submit(call);
  }

  private static CompilerFaultException fault(Future<CompiledUnit> unit)
      throws InterruptedException {
    try {
      throw new AssertionError("compiled: " + unit.get());
    } catch (ExecutionException e) {
      return (CompilerFaultException) requireNonNull(e.getCause());
    }
  }

  private UnitToCompile unit(String module, Map<String, String> sources) throws IOException {
    var bundle = folder.resolve(module + ".zip");
    Files.write(bundle, Bundles.of(sources));
    return new UnitToCompile(
        List.of(
            new UnitToCompile.Member(
                new ModuleId(module), bundle, folder.resolve(module + ".jar"), "{}")),
        21,
        List.of(),
        List.of());
  }
}
