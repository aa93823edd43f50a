package io.flexibleupgrades.cli.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.StepProgress;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Registers the modules of a factory in an environment. One bad module stops no other. */
public final class FactoryImport {
  private static final int MODULES_A_CALL = 500;

  private final Connection connection;
  private final Terminal terminal;

  public FactoryImport(Connection connection, Terminal terminal) {
    this.connection = connection;
    this.terminal = terminal;
  }

  /** Imports the factory; {@code running} adopts its modules as running already. */
  public ImportResult run(Factory factory, EnvironmentName environment, boolean running) {
    var found = factory.modules();
    List<Registration> registrations;
    try (var progress = new StepProgress(terminal, "sources", found.size())) {
      registrations =
          new SourceUpload(connection.store(), factory.folder()).upload(found, progress);
    }
    var defects = new TreeMap<String, Defect>();
    int registered = 0;
    int changed = 0;
    int unchanged = 0;
    int adopted = 0;
    var changes = new ArrayList<JsonNode>();
    var stale = new TreeSet<String>();
    for (int from = 0; from < registrations.size(); from += MODULES_A_CALL) {
      int to = Math.min(from + MODULES_A_CALL, registrations.size());
      var call = call(registrations.subList(from, to), running, to == registrations.size());
      var answer =
          connection
              .orchestrator()
              .post(ApiPath.of("environments", environment, "modules"), call)
              .body();
      registered += answer.path("registered").asInt();
      changed += answer.path("changed").asInt();
      unchanged += answer.path("unchanged").asInt();
      adopted += answer.path("adopted").asInt();
      answer.path("changes").forEach(changes::add);
      answer.path("stale").forEach(module -> stale.add(module.asText()));
      answer.path("defects").forEach(defect -> add(defects, defect));
    }
    defects.putAll(defectsOf(registrations));
    return new ImportResult(
        environment,
        registrations.size(),
        (int) registrations.stream().filter(Registration::uploaded).count(),
        registered,
        changed,
        unchanged,
        adopted,
        changes,
        List.copyOf(stale),
        List.copyOf(defects.values()));
  }

  private static ObjectNode call(List<Registration> modules, boolean running, boolean complete) {
    var call = JsonNodeFactory.instance.objectNode();
    call.put("running", running);
    call.put("complete", complete);
    var list = call.putArray("modules");
    modules.forEach(module -> list.add(module.json()));
    return call;
  }

  private static void add(Map<String, Defect> defects, JsonNode defect) {
    var module = defect.path("module").asText();
    defects.put(module, new Defect(module, module, defect.path("defect").asText(), ""));
  }

  private static Map<String, Defect> defectsOf(List<Registration> registrations) {
    return registrations.stream()
        .map(Registration::module)
        .flatMap(module ->
            switch (module) {
              case FoundModule.Sound _ -> Stream.empty();
              case FoundModule.Defective defective -> Stream.of(defective);
            })
        .collect(
            Collectors.toMap(
                module -> module.name().value(), FoundModule.Defective::defect, (a, _) -> a));
  }
}
