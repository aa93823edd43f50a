package io.flexibleupgrades.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.MessageJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Writes the contract's types in the service's JSON as the contract does. */
@Singleton
final class StoreJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(MessageJson.module());
  }
}
