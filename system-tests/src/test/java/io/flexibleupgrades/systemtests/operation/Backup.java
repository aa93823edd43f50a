package io.flexibleupgrades.systemtests.operation;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/**
 * What has to be kept to lose nothing: the databases of the orchestrator and of the store, then the
 * store's folder. The broker's topics and the Service Center's database are not in it.
 */
record Backup(DatabaseDump orchestrator, DatabaseDump store, Path blobs) {
  private static final String ORCHESTRATOR = "flexup_orchestrator";
  private static final String STORE = "flexup_store";
  private static final List<String> USERS =
      List.of("upgrade-orchestrator", "artifact-store", "servicecenter-api");

  /** Backs up a system at work. Blobs never change, so their folder may be copied last. */
  static Backup take(RunningSystem system, Path folder) throws SQLException, IOException {
    try (var orchestrator = system.database(ORCHESTRATOR);
        var store = system.database(STORE)) {
      var backup =
          new Backup(
              DatabaseDump.take(orchestrator), DatabaseDump.take(store), folder.resolve("blobs"));
      copy(system.stateFolder().resolve("store"), backup.blobs());
      return backup;
    }
  }

  /** Restores it into a system that was started on an empty folder. */
  void restore(RunningSystem system) throws SQLException, IOException, InterruptedException {
    for (var process : USERS) {
      system.process(process).stop();
    }
    try (var database = system.database(ORCHESTRATOR)) {
      orchestrator.restore(database);
    }
    try (var database = system.database(STORE)) {
      store.restore(database);
    }
    copy(blobs, system.stateFolder().resolve("store"));
    for (var process : USERS) {
      system.process(process).start();
    }
    system.awaitReady();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (Files.exists(file)) {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
