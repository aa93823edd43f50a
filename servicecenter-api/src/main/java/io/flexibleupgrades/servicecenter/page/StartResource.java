package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.status.StatusReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where people come in, and what the banner leads to beside the environment's pages. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class StartResource {
  private final StatusReader reader;
  private final PageConfig config;

  StartResource(StatusReader reader, PageConfig config) {
    this.reader = reader;
    this.config = config;
  }

  @GET
  public Response start(
      @QueryParam("environment") @Nullable String environment,
      @QueryParam("page") @Nullable String page) {
    if (environment != null && !environment.isEmpty()) {
      var to = new Addresses(Parameters.environment(environment), config);
      return Response.seeOther(URI.create(to.page(page))).build();
    }
    var environments = reader.environments();
    return environments.isEmpty()
        ? Response.ok(Templates.start()).build()
        : Response.seeOther(URI.create(new Addresses(environments.getFirst(), config).home()))
            .build();
  }

  @GET
  @Path("release-notes/{version}")
  public Response notes(@PathParam("version") String version) {
    var known = Parameters.choice(version, PlatformVersion::new);
    return Response.ok(Templates.notes(known == null ? "" : known.value())).build();
  }
}
