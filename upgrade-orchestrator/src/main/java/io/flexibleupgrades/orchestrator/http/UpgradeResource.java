package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads one upgrade from the truth itself. */
@Path("/api/v1/upgrades/{upgrade}")
@RunOnVirtualThread
class UpgradeResource {
  private final Environments environments;

  UpgradeResource(Environments environments) {
    this.environments = environments;
  }

  @GET
  @Operation(summary = "Shows how far an upgrade is.")
  public UpgradeView get(@PathParam("upgrade") String upgrade) {
    var id = Texts.upgrade(upgrade);
    var environment =
        environments
            .of(id)
            .orElseThrow(
                () -> Problem.UPGRADE_NOT_FOUND.with("There is no upgrade %s.".formatted(id)));
    return environments.inSession(
        environment, session -> UpgradeView.of(id, environment, session.upgrade(id)));
  }
}
