package io.flexibleupgrades.cli.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.List;

/**
 * What an import did.
 *
 * @param modules how many modules the factory has
 * @param uploaded how many of their sources were new to the store
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
    List<Defect> defects) {
  public ImportResult {
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
