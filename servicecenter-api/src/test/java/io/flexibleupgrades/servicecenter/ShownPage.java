package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Asks for pages as a browser does. */
final class ShownPage {
  private ShownPage() {}

  static String of(String path) {
    return of(path, 200);
  }

  static String of(String path, int status) {
    var answer = answer(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).doesNotContain("style=\"", "onclick", "<script>");
    return answer.asString();
  }

  static Response answer(String path) {
    return given().urlEncodingEnabled(false).accept("text/html,*/*;q=0.8").get(path);
  }

  /** Returns the address of the link to the next page, empty if there is none. */
  static String next(String page) {
    int end = page.indexOf("\" rel=\"next\"");
    if (end < 0) {
      return "";
    }
    return page.substring(page.lastIndexOf("href=\"", end) + 6, end).replace("&amp;", "&");
  }
}
