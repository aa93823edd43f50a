package io.flexibleupgrades.worker.preparing;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.worker.artifacts.PlatformDistribution;
import io.flexibleupgrades.worker.daemon.CompilerOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that decides what comes out of a unit's compile.
 *
 * @param sources digest of each member's source bundle, in the request's order
 * @param producers artifacts that the members consume directly, sorted by module
 * @param options that the compiler is given: the platform's, then those of the members' settings
 * @param toolchain what compiles
 * @param fresh whether the unit is compiled even if its result is known; not part of the key
 */
record UnitInput(
    Map<ModuleId, Digest> sources,
    List<ProducerArtifact> producers,
    Digest platform,
    List<String> options,
    String toolchain,
    boolean fresh) {

  /**
   * Returns the input of a request all of whose members have a source.
   *
   * @param platformOptions those of the platform
   */
  static UnitInput of(
      ModulePrepareRequested request, List<String> platformOptions, String toolchain) {
    var options = new ArrayList<>(platformOptions);
    var sources = new LinkedHashMap<ModuleId, Digest>();
    var producers = new HashMap<ModuleId, ProducerArtifact>();
    for (RequestedModule module : request.modules()) {
      if (module.source() != null) {
        sources.put(module.module(), module.source());
      }
      module.producers().forEach(producer -> producers.put(producer.module(), producer));
      if (module.options() != null) {
        CompilerOptions.accepted(module.options()).stream()
            .filter(option -> !options.contains(option))
            .forEach(options::add);
      }
    }
    producers.keySet().removeAll(sources.keySet());
    return new UnitInput(
        sources,
        producers.values().stream().sorted(Comparator.comparing(ProducerArtifact::module)).toList(),
        request.platform().digest(),
        options,
        toolchain,
        request.modules().stream().anyMatch(RequestedModule::mustBeCompiled));
  }

  /** Returns the source bundle of a member. */
  Digest source(ModuleId member) {
    var source = sources.get(member);
    if (source == null) {
      throw new IllegalArgumentException(member + " is no member of this unit.");
    }
    return source;
  }

  /** Returns a name of this input to the last byte. */
  String exactly() {
    var text = described("flexup-input-1\n");
    line(text, "platform", platform.value());
    for (var producer : producers) {
      line(text, "producer", producer.module().value());
      line(text, "artifact", producer.artifact().value());
    }
    return "input-" + digest(text);
  }

  /**
   * Returns the name of this input in the action cache, which all inputs share that look the same
   * to the compiler.
   *
   * @param surfaceBelow of the producers
   */
  Digest key(PlatformDistribution distribution, String surfaceBelow) {
    var text = described("flexup-action-2\n");
    line(text, "release", Integer.toString(distribution.release()));
    line(text, "platform", distribution.surface());
    line(text, "producers", surfaceBelow);
    return digest(text);
  }

  private StringBuilder described(String version) {
    var text = new StringBuilder(version);
    line(text, "toolchain", toolchain);
    options.forEach(option -> line(text, "option", option));
    sources.forEach((module, source) -> {
      line(text, "module", module.value());
      line(text, "source", source.value());
    });
    return text;
  }

  private static Digest digest(StringBuilder text) {
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  // The length keeps two texts apart that only together read alike.
  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(' ').append(value.length()).append(' ').append(value).append('\n');
  }
}
