package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.faults.Fault.Kill;
import io.flexibleupgrades.systemtests.faults.Fault.Restart;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Upgrades during which anything goes wrong. A seed replays its schedule and its factory, not the
 * moments at which the machine does things.
 */
@ExtendWith(SharedFaultySystem.class)
class FaultsST {
  private static final long FIRST_SEED = Long.getLong("flexup.faults.first", 1);
  private static final int SEEDS = Integer.getInteger("flexup.faults.seeds", 1);
  private static final int MODULES = Integer.getInteger("flexup.faults.modules", 150);
  private static final int KILLS = Integer.getInteger("flexup.faults.kills", 8);
  private static final int DISTURBANCES = Integer.getInteger("flexup.faults.disturbances", 6);
  private static final int READERS = Integer.getInteger("flexup.faults.readers", 1);
  private static final int CYCLES = 4;

  private final FaultySystem system;

  FaultsST(FaultySystem system) {
    this.system = system;
  }

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
  }

  @AfterEach
  void everythingRunsAgain() throws InterruptedException {
    system.recover();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("G1, G2, B25, B27, B31, B39: whatever is killed, the end is as the oracle says")
  void endsAsTheOracleSaysWhateverIsKilled(long seed) throws InterruptedException {
    var random = new Random(seed);
    var kills = Schedule.kills(KILLS, system.running().workers(), random);

    var report =
        scenario("killed", MODULES, seed).run(Schedule.of(kills, MODULES, random), READERS);

    System.out.printf("G1 seed %d, %d kills: %s%n", seed, kills.size(), report);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("G1, G2, G17: whatever is frozen, cut or slow, the end is as the oracle says")
  void endsAsTheOracleSaysWhateverIsFrozenOrCut(long seed) throws InterruptedException {
    var random = new Random(seed);
    var disturbances = Schedule.disturbances(DISTURBANCES, system, random);

    var report =
        scenario("disturbed", MODULES, seed)
            .run(Schedule.of(disturbances, MODULES, random), READERS);

    System.out.printf("G17 seed %d, %d faults: %s%n", seed, disturbances.size(), report);
  }

  @Test
  @DisplayName("B25: what live workers answer while the orchestrator is away is no lost attempt")
  void losesNoAttemptWithAKilledOrchestrator() throws InterruptedException {
    var kill = List.<Fault>of(new Kill("upgrade-orchestrator"));

    var report =
        scenario("killed-orchestrator", 100, FIRST_SEED)
            .run(Schedule.of(kill, 100, new Random(FIRST_SEED)), 0);

    assertThat(report.lostAttempts()).isZero();
  }

  @Test
  @DisplayName("G15, G16: a restart of one service after the other costs no attempt")
  void losesNoAttemptWhenEveryServiceIsRestartedInTurn() throws InterruptedException {
    var restarts =
        system.running().processes().stream()
            .filter(process -> !Schedule.INFRASTRUCTURE.contains(process))
            .<Fault>map(Restart::new)
            .toList();

    var report =
        scenario("restarted-in-turn", MODULES, FIRST_SEED)
            .run(Schedule.of(restarts, MODULES, new Random(FIRST_SEED)), 0);

    assertThat(report.lostAttempts()).isZero();
  }

  private Scenario scenario(String name, int modules, long seed) {
    var factory = new LayeredFactory(seed).make(modules, CYCLES);
    return new Scenario(system, name + "-" + seed, factory, seed);
  }
}
