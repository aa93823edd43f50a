package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.modules.ModuleExports;
import io.flexibleupgrades.servicecenter.modules.ModuleQuery;
import io.flexibleupgrades.servicecenter.modules.PackedText;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The modules of an environment: as a page, and all of them to take away. */
@Path("/environments/{environment}")
@RunOnVirtualThread
class ModuleListResource {
  private static final String CSV = "text/csv;charset=UTF-8;header=present";

  private final Frames frames;
  private final ModuleTables tables;
  private final ModuleExports exports;

  ModuleListResource(Frames frames, ModuleTables tables, ModuleExports exports) {
    this.frames = frames;
    this.tables = tables;
    this.exports = exports;
  }

  @GET
  @Path("modules")
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance modules(
      @PathParam("environment") String environment,
      @BeanParam ModuleQuery query,
      @QueryParam("cursor") @Nullable String cursor) {
    var name = Parameters.environment(environment);
    var selection = query.selection();
    var frame = frames.of(name, "modules", "Modules");
    var to = frame.to();
    return Templates.modules(frame, tables.of(name, to, to.modules(), selection, cursor));
  }

  @GET
  @Path("modules.csv")
  @Produces("text/csv")
  public Response csv(@PathParam("environment") String environment, @BeanParam ModuleQuery query) {
    var name = Parameters.environment(environment);
    return attached(name, "csv", CSV, exports.csv(name, query.selection()));
  }

  @GET
  @Path("modules.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@PathParam("environment") String environment, @BeanParam ModuleQuery query) {
    var name = Parameters.environment(environment);
    return attached(
        name, "json", MediaType.APPLICATION_JSON, exports.json(name, query.selection()));
  }

  private static Response attached(
      EnvironmentName environment, String ending, String type, PackedText text) {
    var file = Addresses.encoded("modules of " + environment + "." + ending);
    return Response.ok(text.unpacked())
        .type(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"modules.%s\"; filename*=UTF-8''%s".formatted(ending, file))
        .build();
  }
}
