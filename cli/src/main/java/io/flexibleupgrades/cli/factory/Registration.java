package io.flexibleupgrades.cli.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.events.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A module as the orchestrator is told of it.
 *
 * @param source null if it has a defect and therefore no bundle
 * @param uploaded whether its bundle was new to the store
 */
record Registration(
    FoundModule module, @Nullable Digest source, long sourceBytes, boolean uploaded) {

  static Registration of(FoundModule.Defective module) {
    return new Registration(module, null, 0, false);
  }

  /** Returns the module as a call to the orchestrator writes it. */
  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", module.name().value());
    json.put("kind", module.kind().toString());
    var producers = json.putArray("producers");
    module.producers().forEach(producer -> producers.add(producer.value()));
    json.put("source", source == null ? null : source.value());
    json.put("sourceBytes", sourceBytes);
    json.put(
        "defect",
        switch (module) {
          case FoundModule.Sound _ -> null;
          case FoundModule.Defective defective -> defective.defect().text();
        });
    return json;
  }
}
