package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.servicecenter.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a request says about the modules that it asks for. */
public class ModuleQuery {
  @QueryParam("state")
  @Nullable String state;

  @QueryParam("kind")
  @Nullable String kind;

  @Parameter(description = "Only modules that consume this one directly.")
  @QueryParam("producer")
  @Nullable String producer;

  @Parameter(description = "Part of the name, in upper or lower case.")
  @QueryParam("text")
  @Nullable String text;

  @Parameter(
      description =
          "name, state, time (of the compiler) or held-back (skipped modules that wait for it);"
              + " with '-' before it the other way round.")
  @QueryParam("sort")
  @Nullable String sort;

  /** Returns what is asked for; refuses what says nothing that can be looked for. */
  public ModuleSelection selection() {
    var order = Parameters.choice(sort, ModuleSort::parse);
    return new ModuleSelection(
        ModuleFilter.of(state, kind, producer, text), order == null ? ModuleSort.USUAL : order);
  }
}
