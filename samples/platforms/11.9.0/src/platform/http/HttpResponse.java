package platform.http;

/** What an endpoint answers. */
public record HttpResponse(int status, String body) {

  /** The answer of a request that was carried out. */
  public static HttpResponse ok(String body) {
    return new HttpResponse(200, body);
  }

  /** The answer when the request makes no sense. */
  public static HttpResponse badRequest(String why) {
    return new HttpResponse(400, why);
  }

  /** The answer when there is nothing at the path. */
  public static HttpResponse notFound(String what) {
    return new HttpResponse(404, what + " not found");
  }
}
