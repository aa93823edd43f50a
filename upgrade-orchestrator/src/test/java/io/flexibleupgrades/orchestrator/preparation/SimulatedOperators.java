package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Confirm;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Pause;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Resume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Asks for what operators, and the orchestrator itself, ask of a preparation as a whole. */
final class SimulatedOperators {
  private static final PublishId PUBLISH = new PublishId(new UUID(0, 2));
  private static final Digest PUBLISHED = Numbered.artifact(0, 63);
  static final Pause PAUSE = new Pause("anna", "lunch");
  static final Resume RESUME = new Resume("anna");
  static final Cancel CANCEL = new Cancel("anna", null);

  private final SimulatedFactory factory;
  private final Books books;

  SimulatedOperators(SimulatedFactory factory, Books books) {
    this.factory = factory;
    this.books = books;
  }

  /** Returns what drives a preparation on that nobody stands in the way of. */
  PreparationCommand next(int room) {
    var task = books.stage.nextTask();
    return switch (books.stage.at()) {
      case NOTHING -> enlist();
      case PLANNED ->
          switch (factory.purpose()) {
            case CLOUD_UPGRADE -> Story.FINISH;
            case ON_PREMISES_UPGRADE -> Story.FINISH_ON_PREMISES;
            case PUBLISH -> new BeginPublish(Story.NEW);
          };
      case AWAITING_CONFIRMATION -> new Confirm("anna");
      case PUBLISHING_SYSTEM ->
          task != null
              ? begin(task)
              : books.stage.areTasksDone() ? new Begin() : new EndSystemPublish();
      case STARTED, PAUSED, READY, READY_WITH_ERRORS, CANCELLED, REFUSED, PLATFORM_NOT_UPGRADED ->
          new Dispatch(room);
    };
  }

  /** Returns a command that mostly does not fit. */
  PreparationCommand any(int chance) {
    return switch (chance % 16) {
      case 0 -> enlist();
      case 1 -> Story.FINISH;
      case 2 -> new FailPlatformUpgrade("no");
      // A publish of nothing is never begun.
      case 3 -> books.planned.length == 0 ? new Begin() : new BeginPublish(Story.NEW);
      case 4 -> new Confirm("bert");
      case 5, 6 ->
          begin((chance >>> 4) % 2 == 0 ? SystemTask.SERVICE_CENTER : SystemTask.SYSTEM_COMPONENTS);
      case 7, 8 -> new EndSystemPublish();
      case 9 -> new Begin();
      case 10 -> new Refuse("no");
      case 11 -> PAUSE;
      case 12 -> RESUME;
      case 13 -> new Reopen(List.of(), "bert", null);
      case 14 -> recover(chance >>> 4);
      default -> new Dispatch((chance >>> 4) & 1);
    };
  }

  /** Returns that a module was published. */
  PreparationCommand recover(int chance) {
    int count = books.planned.length;
    return new Recover(
        count == 0 ? new ModuleId("m00") : Numbered.module(chance % count), PUBLISH, PUBLISHED);
  }

  /** Lets time pass, in which modules are mended, broken, changed and removed. */
  void change(SplittableRandom random) {
    for (int module = 0; module < books.now.length; module++) {
      var now = books.now[module];
      if (now == null) {
        continue;
      }
      if (random.nextInt(3) == 0) {
        now =
            now.changed()
                .of(random.nextInt(4) == 0 ? Nature.random(random) : new Nature.Compiles());
      }
      if (random.nextInt(8) == 0) {
        now =
            now.consuming((now.producers() ^ (1 << random.nextInt(books.now.length))) & present());
      }
      books.now[module] = now;
      if (random.nextInt(16) == 0 && !isConsumed(module)) {
        books.now[module] = null;
      }
    }
  }

  /** Returns the factory's modules as they are. */
  Map<ModuleId, EnlistedModule> now() {
    var modules = new HashMap<ModuleId, EnlistedModule>();
    for (var module : books.now) {
      if (module != null) {
        modules.put(Numbered.module(module.number()), module.enlisted());
      }
    }
    return modules;
  }

  private int present() {
    int present = 0;
    for (var module : books.now) {
      present |= module == null ? 0 : 1 << module.number();
    }
    return present;
  }

  private boolean isConsumed(int module) {
    for (var other : books.now) {
      if (other != null && (other.producers() >>> module & 1) != 0) {
        return true;
      }
    }
    return false;
  }

  private PreparationCommand enlist() {
    var modules = new ArrayList<EnlistedModule>(books.planned.length);
    for (var module : factory.modules().reversed()) {
      modules.add(module.enlisted());
    }
    return new Enlist(Story.UPGRADE, Story.ENVIRONMENT, modules, List.of());
  }

  private static BeginSystemPublish begin(SystemTask task) {
    return new BeginSystemPublish(task, task == SystemTask.SERVICE_CENTER ? PUBLISH : null);
  }
}
