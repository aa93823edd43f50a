package platform.http;

/** A request to an exposed endpoint. */
public record HttpRequest(String method, String path, String body) {

  /** A request without a body. */
  public static HttpRequest get(String path) {
    return new HttpRequest("GET", path, "");
  }

  /** A request with a body. */
  public static HttpRequest post(String path, String body) {
    return new HttpRequest("POST", path, body);
  }
}
