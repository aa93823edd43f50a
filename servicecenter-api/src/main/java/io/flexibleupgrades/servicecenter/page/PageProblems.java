package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows problems to people as a page. */
class PageProblems {
  @ServerResponseFilter
  void show(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem
        && !request.getUriInfo().getPath().startsWith("/api/")
        && request.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE)) {
      var page = Templates.missing(problem.title(), problem.detail()).render();
      response.setEntity(page, new java.lang.annotation.Annotation[0], MediaType.TEXT_HTML_TYPE);
    }
  }
}
