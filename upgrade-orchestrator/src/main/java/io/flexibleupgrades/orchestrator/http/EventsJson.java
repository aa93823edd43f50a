package io.flexibleupgrades.orchestrator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.MessageJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Writes the contract's types in answers as in events. */
@Singleton
class EventsJson implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(MessageJson.module());
  }
}
