package io.flexibleupgrades.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those that need nothing but the JDK, on a factory of three modules. */
class ContestantsTest {
  @TempDir private Path folder;
  private GeneratedFactory factory;

  @BeforeEach
  void write() throws Exception {
    factory = GeneratedFactory.write(new FactoryShape(1, 3, 1, 3, 60, 0), folder.resolve("made"));
  }

  @Test
  void countWhatCompiledAllAtOnce() throws Exception {
    assertThat(new AllAtOnce(factory).run(folder.resolve("work"), 1))
        .singleElement()
        .satisfies(run -> assertThat(run.modules()).isEqualTo(3));
  }

  @Test
  void haveTheBareCompilerTellItsFirstAndItsFifthRound() throws Exception {
    var runs = new BareCompiler(factory).run(folder.resolve("work"), 2);

    assertThat(runs)
        .extracting(Run::measured)
        .containsExactly(Measured.BARE_FRESH, Measured.BARE_WARM);
    assertThat(runs).allSatisfy(run -> assertThat(run.modules()).isEqualTo(3));
  }
}
