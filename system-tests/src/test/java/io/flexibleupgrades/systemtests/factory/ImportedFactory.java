package io.flexibleupgrades.systemtests.factory;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A factory whose modules run in an environment on the old platform. */
public record ImportedFactory(RunningSystem system, String environment, Blueprint factory) {
  private static final int MODULES_A_CALL = 1_000;
  private static final int UPLOADS_AT_A_TIME = 8;
  private static final int FEW_STEPS = 12;
  private static final int MANY_STEPS = 120;

  /** Makes an environment of this name and imports the factory with a source for each module. */
  public static ImportedFactory compiling(
      RunningSystem system, String environment, Blueprint factory, long seed) {
    return compiling(system, environment, factory, seed, FEW_STEPS);
  }

  /** Does the same with modules that keep a compiler busy for a while: some 200 ms each. */
  public static ImportedFactory compilingSlowly(
      RunningSystem system, String environment, Blueprint factory, long seed) {
    return compiling(system, environment, factory, seed, MANY_STEPS);
  }

  private static ImportedFactory compiling(
      RunningSystem system, String environment, Blueprint factory, long seed, int steps) {
    var sources = new ModuleSource(factory, seed, steps);
    var bundles = new HashMap<String, SourceBundle>();
    for (var module : factory.modules()) {
      bundles.put(module, SourceBundle.of(Map.of(ModuleSource.path(module), sources.text(module))));
    }
    upload(system, List.copyOf(bundles.values()));
    var modules = new ArrayList<Map<String, Object>>();
    for (var module : factory.modules()) {
      modules.add(
          registration(factory, module, bundles.getOrDefault(module, SourceBundle.of(Map.of()))));
    }
    return register(system, environment, factory, modules);
  }

  /**
   * Makes an environment of this name and imports the factory for an instant compiler: all modules
   * have the same source, and the broken ones a defect.
   */
  public static ImportedFactory instant(
      RunningSystem system, String environment, Blueprint factory) {
    var bundle = SourceBundle.of(Map.of("Same.java", "class Same {}\n"));
    upload(system, List.of(bundle));
    var modules = new ArrayList<Map<String, Object>>();
    for (var module : factory.modules()) {
      var registration = registration(factory, module, bundle);
      if (factory.broken().contains(module)) {
        registration.put("defect", "It was made to fail.");
      }
      modules.add(registration);
    }
    return register(system, environment, factory, modules);
  }

  /** Makes a cloud environment on the old platform; returns when the Service Center shows it. */
  public static void createEnvironment(RunningSystem system, String name) {
    var body =
        Map.of("kind", "cloud", "edition", "enterprise", "platform", RunningSystem.OLD_PLATFORM);
    system.orchestrator().put("environments/" + name, body).succeeded();
    system.awaitShown(name);
  }

  /** Starts the upgrade to the new platform. */
  public Upgrade upgrade() {
    return Upgrade.start(system, environment, RunningSystem.NEW_PLATFORM);
  }

  private static Map<String, Object> registration(
      Blueprint factory, String module, SourceBundle bundle) {
    var registration = new HashMap<String, Object>();
    registration.put("name", module);
    registration.put("kind", "library");
    registration.put("producers", factory.producersOf(module));
    registration.put("source", bundle.digest());
    registration.put("sourceBytes", bundle.bytes());
    return registration;
  }

  private static ImportedFactory register(
      RunningSystem system,
      String environment,
      Blueprint factory,
      List<Map<String, Object>> modules) {
    createEnvironment(system, environment);
    for (int from = 0; from < modules.size(); from += MODULES_A_CALL) {
      int to = Math.min(from + MODULES_A_CALL, modules.size());
      var call = new HashMap<String, Object>();
      call.put("running", true);
      call.put("complete", to == modules.size());
      call.put("modules", modules.subList(from, to));
      system.orchestrator().post("environments/" + environment + "/modules", call).succeeded();
    }
    return new ImportedFactory(system, environment, factory);
  }

  private static void upload(RunningSystem system, List<SourceBundle> bundles) {
    var store = system.store();
    try (var threads = Executors.newFixedThreadPool(UPLOADS_AT_A_TIME)) {
      var uploads = new ArrayList<Future<?>>();
      for (var bundle : bundles) {
        uploads.add(threads.submit(() -> bundle.upload(store).succeeded()));
      }
      for (var upload : uploads) {
        upload.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A source was not stored.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
