package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.ModuleId;
import java.time.Duration;
import java.util.List;

/**
 * What the compiler said of a unit.
 *
 * @param compileTime how long the compiler ran
 * @param members in the order they were given
 */
public record CompiledUnit(Duration compileTime, List<Member> members) {
  public CompiledUnit {
    members = List.copyOf(members);
  }

  /** What the compiler said of one member. */
  public record Member(ModuleId module, CompilerOutput output) {}

  /** Whether every member has its artifact. */
  public boolean succeeded() {
    return members.stream().allMatch(member -> member.output().errors() == 0);
  }
}
