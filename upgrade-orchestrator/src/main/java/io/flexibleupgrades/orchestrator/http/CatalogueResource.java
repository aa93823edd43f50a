package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.orchestrator.environment.CatalogueImport;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Import;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ImportedModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.ModuleRules;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.flexibleupgrades.orchestrator.reuse.PreparedArtifacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The factory's catalogue: modules are registered in portions, and read in pages. */
@Path("/api/v1/environments/{environment}/modules")
@RunOnVirtualThread
class CatalogueResource {
  private static final int MOST_MODULES = 1_000;
  private static final String LARGEST_PAGE = "500";

  private final Environments environments;
  private final Answers answers;

  CatalogueResource(Environments environments, Answers answers) {
    this.environments = environments;
    this.answers = answers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers modules, and changes those that differ.")
  @APIResponse(
      responseCode = "200",
      description = "What was registered, and what stands against modules.",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(responseCode = "423", description = "An upgrade is in progress.")
  @APIResponse(responseCode = "422", description = "The request is wrong; the problem says what.")
  public Response register(
      @PathParam("environment") String environment,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable ImportRequest body) {
    var request = Texts.body(body);
    var name = Texts.environment(environment);
    var command = new Import(request.imported(), request.running(), request.complete());
    return answers.answer(
        name,
        key,
        "import",
        request,
        session -> {
          var known = EnvironmentDecider.unlocked(name, session.environment());
          var changes = CatalogueImport.into(known, command);
          session.decide(command);
          return answers.json(200, ImportReport.of(changes, stale(session, changes)));
        });
  }

  /** Of what changed, the modules whose artifacts are of what they were before. */
  private static List<ModuleId> stale(EnvironmentSession session, CatalogueImport changes) {
    var known = EnvironmentDecider.known(session.name(), session.environment());
    var latest = known.latestUpgrade();
    var artifacts =
        new PreparedArtifacts(
            known, session.progress(latest == null ? null : latest.id()), known.platform());
    return changes.changes().keySet().stream()
        .filter(module -> artifacts.isStale(ModuleRules.require(known, module)))
        .sorted()
        .toList();
  }

  @GET
  @Operation(summary = "Lists the modules of the factory in alphabetical order.")
  public CataloguePage list(
      @PathParam("environment") String environment,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue(LARGEST_PAGE) int limit) {
    var name = Texts.environment(environment);
    var known =
        environments.inSession(
            name, session -> EnvironmentDecider.known(name, session.environment()));
    int size = Math.clamp(limit, 1, Integer.parseInt(LARGEST_PAGE));
    var after = cursor == null ? "" : read(cursor);
    var items =
        known.modules().values().stream()
            .sorted(Comparator.comparing(CatalogueModule::module))
            .filter(module -> module.module().value().compareTo(after) > 0)
            .limit(size + 1L)
            .toList();
    return items.size() <= size
        ? new CataloguePage(items, null)
        : new CataloguePage(items.subList(0, size), cursor(items.get(size - 1).module()));
  }

  private static String cursor(ModuleId last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.value().getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.MALFORMED_CURSOR.with(
          "'%s' is no cursor of this list. Take the one in 'next' as it is.".formatted(cursor));
    }
  }

  record CataloguePage(List<CatalogueModule> items, @Nullable String next) {}

  record ImportRequest(boolean running, boolean complete, @Nullable List<ModuleRequest> modules) {
    List<ImportedModule> imported() {
      if (modules == null) {
        throw Problem.MALFORMED_REQUEST.with("Field 'modules' is missing.");
      }
      if (modules.size() > MOST_MODULES) {
        throw Problem.MALFORMED_REQUEST.with(
            "Field 'modules' has %d modules; send at most %d in one request."
                .formatted(modules.size(), MOST_MODULES));
      }
      return IntStream.range(0, modules.size())
          .mapToObj(i -> Texts.body(modules.get(i)).imported("modules[" + i + "]"))
          .toList();
    }
  }

  record ModuleRequest(
      @Nullable String name,
      @Nullable String kind,
      @Nullable List<String> producers,
      @Nullable String source,
      long sourceBytes,
      @Nullable String defect) {
    ImportedModule imported(String field) {
      var named = producers == null ? List.<String>of() : producers;
      return new ImportedModule(
          Texts.module(field + ".name", name),
          Texts.choice(field + ".kind", ModuleKind.class, kind),
          named.stream()
              .map(producer -> Texts.module(field + ".producers", producer))
              .distinct()
              .sorted()
              .toList(),
          source == null ? null : Texts.digest(field + ".source", source),
          sourceBytes,
          defect);
    }
  }

  record ImportReport(
      long registered,
      long changed,
      long unchanged,
      long adopted,
      List<ChangeView> changes,
      List<ModuleId> stale,
      List<DefectView> defects) {
    static ImportReport of(CatalogueImport changes, List<ModuleId> stale) {
      return new ImportReport(
          count(changes, ModuleRegistered.class),
          count(changes, ModuleChanged.class),
          changes.unchanged(),
          count(changes, ModuleAdopted.class),
          changes.changes().entrySet().stream()
              .map(entry -> new ChangeView(entry.getKey(), entry.getValue()))
              .toList(),
          stale,
          changes.defects().entrySet().stream()
              .map(entry -> new DefectView(entry.getKey(), entry.getValue()))
              .toList());
    }

    private static long count(CatalogueImport changes, Class<?> type) {
      return changes.events().stream().filter(type::isInstance).count();
    }
  }

  record ChangeView(ModuleId module, List<String> what) {}

  record DefectView(ModuleId module, String defect) {}
}
