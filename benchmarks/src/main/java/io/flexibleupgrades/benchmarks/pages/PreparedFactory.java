package io.flexibleupgrades.benchmarks.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.systemtests.factory.Blueprint;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A running system with a large environment that is ready with errors, and a small ready one. */
final class PreparedFactory implements AutoCloseable {
  private static final long SEED = 905;
  private static final String LARGE = "large";
  private static final String SMALL = "small";
  private static final Pattern HEAP = Pattern.compile("total=(\\d+)K|used (\\d+)K");

  private final RunningSystem system;
  private final Blueprint factory;
  private final JsonNode end;

  private PreparedFactory(RunningSystem system, Blueprint factory, JsonNode end) {
    this.system = system;
    this.factory = factory;
    this.end = end;
  }

  static PreparedFactory of(int modules) throws InterruptedException {
    var instant = Map.of("FLEXUP_WORKER_COMPILER", "instant");
    var system = RunningSystem.start("pages", 2, Map.of("worker", instant));
    var small = new TreeMap<String, NavigableSet<String>>();
    for (int i = 0; i < 100; i++) {
      small.put("S%03d".formatted(i), new TreeSet<>());
    }
    end(ImportedFactory.instant(system, SMALL, new Blueprint(small, new TreeSet<>())).upgrade());
    var factory = FailingFactory.make(modules, SEED);
    var upgrade = ImportedFactory.instant(system, LARGE, factory).upgrade();
    return new PreparedFactory(system, factory, end(upgrade));
  }

  private static JsonNode end(Upgrade upgrade) throws InterruptedException {
    while (true) {
      var status = upgrade.status();
      if (status.path("upgradeId").asText().equals(upgrade.id())
          && status.path("state").asText().startsWith("ready")) {
        return status;
      }
      Thread.sleep(200);
    }
  }

  /** Returns how many modules are in a state. */
  int count(String state) {
    return end.path(state).asInt();
  }

  /** Returns every kind of page, and the modules' in all orders. */
  List<URI> pages() {
    var failed = factory.broken().first();
    var skipped = FailingFactory.lastSkipped(factory);
    return List.of(
            "",
            "/modules",
            "/modules?sort=state",
            "/modules?sort=time",
            "/modules?sort=held-back",
            "/modules?state=failed",
            "/modules?state=skipped",
            "/modules?text=99",
            "/modules?producer=" + failed,
            "/modules/" + failed,
            "/modules/" + skipped,
            "/modules/" + factory.modules().get(100),
            "/details",
            "/errors",
            "/upgrades",
            "/workers",
            "/actions/prepare")
        .stream()
        .map(path -> system.serviceCenter().address("/environments/" + LARGE + path))
        .toList();
  }

  /** Returns a page's address as the report shows it. */
  String shown(URI page) {
    var path = page.getPath().substring("/environments/large".length());
    var query = page.getQuery();
    return "`" + (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query) + "`";
  }

  URI modulesPage() {
    return system.serviceCenter().address("/environments/large/modules");
  }

  URI status() {
    return system.serviceCenter().address("/api/v1/environments/large/status");
  }

  URI faultlessStatus() {
    return system.serviceCenter().address("/api/v1/environments/small/status");
  }

  URI stream() {
    return system.serviceCenter().address("/api/v1/environments/large/status/stream");
  }

  /** Returns what lives in the Service Center's heap, in mebibytes. */
  long heapAfterCollection() throws IOException, InterruptedException {
    jcmd("GC.run");
    long used = 0;
    for (var line : jcmd("GC.heap_info").lines().toList()) {
      // The collector's generations, and not the space of classes.
      if (!line.contains("Metaspace") && !line.contains("class space")) {
        var found = HEAP.matcher(line);
        while (found.find()) {
          used += found.group(2) == null ? 0 : Long.parseLong(found.group(2));
        }
      }
    }
    return used / 1024;
  }

  /** Returns the heap that the Service Center may have at most, in mebibytes. */
  long greatestHeap() throws IOException, InterruptedException {
    var flags = jcmd("VM.flags");
    return Long.parseLong(flags.replaceAll("(?s).*-XX:MaxHeapSize=(\\d+).*", "$1")) >> 20;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var pid = Long.toString(system.process("servicecenter-api").pid());
    var process = new ProcessBuilder(jcmd, pid, command).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("jcmd %s: %s".formatted(command, text));
    }
    return text;
  }

  @Override
  public void close() {
    system.close();
  }
}
