package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import org.pcollections.IntTreePMap;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

/**
 * The modules that are prepared, failed or skipped.
 *
 * @param artifacts of the prepared ones
 */
record SettledModules(IntTreePMap<Digest> artifacts, PSet<Integer> failed, PSet<Integer> skipped) {

  static SettledModules none() {
    return new SettledModules(IntTreePMap.empty(), TreePSet.empty(), TreePSet.empty());
  }

  int count() {
    return artifacts.size() + failed.size() + skipped.size();
  }

  boolean contains(int module) {
    return artifacts.containsKey(module) || failed.contains(module) || skipped.contains(module);
  }

  boolean arePrepared(int[] modules) {
    for (int module : modules) {
      if (!artifacts.containsKey(module)) {
        return false;
      }
    }
    return true;
  }

  SettledModules without(int module) {
    return new SettledModules(artifacts.minus(module), failed.minus(module), skipped.minus(module));
  }

  SettledModules plusPrepared(int module, Digest artifact) {
    return new SettledModules(artifacts.plus(module, artifact), failed, skipped);
  }

  SettledModules plusFailed(int module) {
    return new SettledModules(artifacts, failed.plus(module), skipped);
  }

  SettledModules plusSkipped(int module) {
    return new SettledModules(artifacts, failed, skipped.plus(module));
  }
}
