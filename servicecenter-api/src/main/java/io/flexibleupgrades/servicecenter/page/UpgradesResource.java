package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.history.Category;
import io.flexibleupgrades.servicecenter.history.ComparisonPages;
import io.flexibleupgrades.servicecenter.history.HistoryReader;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The pages of an environment's upgrades: all of them, and two side by side. */
@Path("/environments/{environment}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class UpgradesResource {
  private static final int ROWS = 200;

  private final Frames frames;
  private final HistoryReader history;
  private final ComparisonPages comparisons;

  UpgradesResource(Frames frames, HistoryReader history, ComparisonPages comparisons) {
    this.frames = frames;
    this.history = history;
    this.comparisons = comparisons;
  }

  @GET
  @Path("upgrades")
  public TemplateInstance upgrades(@PathParam("environment") String environment) {
    var name = Parameters.environment(environment);
    var frame = frames.of(name, "upgrades", "Upgrades");
    return Templates.upgrades(frame, UpgradeLine.of(history.upgrades(name).items(), frame.to()));
  }

  @GET
  @Path("comparison")
  public TemplateInstance comparison(
      @PathParam("environment") String environment,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("category") @Nullable String category,
      @QueryParam("cursor") @Nullable String cursor) {
    var name = Parameters.environment(environment);
    var one = upgrade("from", from);
    var other = upgrade("to", to);
    var chosen = Parameters.choice(category, Category::parse);
    var frame = frames.of(name, "upgrades", "Two upgrades compared");
    var page = comparisons.page(name, one, other, chosen, cursor, ROWS);
    return Templates.comparison(frame, ComparisonTable.of(page, chosen, frame.to()));
  }

  private static UpgradeId upgrade(String parameter, @Nullable String text) {
    var id = Parameters.choice(text, UpgradeId::parse);
    if (id == null) {
      throw BadRequestException.malformedFilter(
          "%s must name an upgrade: choose two on the page of upgrades.".formatted(parameter));
    }
    return id;
  }
}
