package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.ModuleId;
import java.nio.file.Path;
import java.util.List;

/**
 * The modules to compile together, and what with.
 *
 * @param release Java release of the platform
 * @param options of the platform, for the compiler
 * @param classPath in order
 */
public record UnitToCompile(
    List<Member> members, int release, List<String> options, List<Jar> classPath) {
  public UnitToCompile {
    members = List.copyOf(members);
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
  }

  /**
   * One module.
   *
   * @param bundle its source bundle
   * @param jar where its artifact is to be written
   * @param metadata the artifact's description of itself, JSON
   */
  public record Member(ModuleId module, Path bundle, Path jar, String metadata) {}

  /**
   * A jar on the class path.
   *
   * @param key names its bytes
   */
  public record Jar(String key, Path file) {}
}
