package platform.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds the endpoint of a request; paths may contain parameters such as {@code /parcels/{id}}. */
public final class Router {
  private record Endpoint(
      String method,
      List<String> segments,
      BiFunction<HttpRequest, Map<String, String>, HttpResponse> code) {

    Optional<Map<String, String>> match(String requestMethod, List<String> path) {
      if (!method.equals(requestMethod) || path.size() != segments.size()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String segment = segments.get(i);
        if (segment.startsWith("{")) {
          parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
        } else if (!segment.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(parameters);
    }
  }

  private final List<Endpoint> endpoints = new ArrayList<>();

  /** Exposes an endpoint; its code receives the request and the parameters of the path. */
  public Router expose(
      String method, String path, BiFunction<HttpRequest, Map<String, String>, HttpResponse> code) {
    endpoints.add(new Endpoint(method, List.of(path.split("/")), code));
    return this;
  }

  /** Answers the request by the first endpoint that matches it. */
  public HttpResponse handle(HttpRequest request) {
    List<String> path = List.of(request.path().split("/"));
    for (Endpoint endpoint : endpoints) {
      Optional<Map<String, String>> parameters = endpoint.match(request.method(), path);
      if (parameters.isPresent()) {
        return endpoint.code().apply(request, parameters.get());
      }
    }
    return HttpResponse.notFound(request.method() + " " + request.path());
  }
}
