package io.flexibleupgrades.cli.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.List;

/**
 * What an import did.
 *
 * @param modules how many modules the factory has
 * @param uploaded how many of their sources were new to the store
 * @param changes which modules are others than before, and what of them
 * @param stale modules prepared with a source that is no longer the current one
 * @param defects of this import, in the order of the modules' names
 */
public record ImportResult(
    EnvironmentName environment,
    int modules,
    int uploaded,
    int registered,
    int changed,
    int unchanged,
    int adopted,
    List<JsonNode> changes,
    List<String> stale,
    List<Defect> defects) {
  public ImportResult {
    changes = List.copyOf(changes);
    stale = List.copyOf(stale);
    defects = List.copyOf(defects);
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("environment", environment.value());
    json.put("modules", modules);
    json.put("uploaded", uploaded);
    json.put("registered", registered);
    json.put("changed", changed);
    json.put("unchanged", unchanged);
    json.put("adopted", adopted);
    json.putArray("changes").addAll(changes);
    var staleNames = json.putArray("stale");
    stale.forEach(staleNames::add);
    var list = json.putArray("defects");
    for (var defect : defects) {
      list.addObject()
          .put("module", defect.module())
          .put("where", defect.where())
          .put("defect", defect.what())
          .put("remedy", defect.remedy());
    }
    return json;
  }

  /** Returns the result in a sentence. */
  public String sentence() {
    return "%d modules in environment %s: %d registered, %d changed, %d unchanged, %d adopted as running; %d source bundles uploaded."
        .formatted(modules, environment, registered, changed, unchanged, adopted, uploaded);
  }
}
