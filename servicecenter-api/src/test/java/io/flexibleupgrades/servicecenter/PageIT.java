package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class PageIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B26 B28 shows the progress with a link to the details, twice the same")
  void showsTheProgress() {
    var run = Run.cloud(journal, "in-progress").module("a").module("b");
    run.start().platformUpgraded().preparing().prepared("a");
    Api.statusOf(run);

    var page = page("/environments/in-progress");

    assertThat(page)
        .contains(
            "The first step of the upgrade process has finished. This environment has been"
                + " successfully upgraded to Platform Server version 11.9.0")
        .contains("We are now preparing your modules - 50%")
        .contains("href=\"/environments/in-progress/details\">Click here for more details</a>")
        .contains("href=\"/environments/in-progress/details\" aria-current=\"false\">More details")
        .contains("banner progress", "In progress");
    assertThat(page("/environments/in-progress/details"))
        .contains("aria-current=\"page\">More details")
        .contains("data-module=\"a\"", "data-module=\"b\"");
  }

  @Test
  @DisplayName("B29 says that the environment is ready, with a link to the release notes")
  void saysThatTheEnvironmentIsReady() {
    var run = Run.cloud(journal, "all-good").module("a");
    run.start().platformUpgraded().preparing().prepared("a").ended();
    Api.statusOf(run);

    var page = page("/environments/all-good");

    assertThat(page)
        .contains("This environment is ready (<a href=\"/release-notes/11.9.0\">Release Notes</a>)")
        .contains("No further actions are required.")
        .contains("banner ready")
        .doesNotContain("More details");
    assertThat(page("/release-notes/11.9.0")).contains("11.9.0");
  }

  @Test
  @DisplayName("B30 leads to the error details of the failed modules")
  void leadsToTheErrors() {
    var run = Run.cloud(journal, "with-errors").module("a").module("b", "a");
    run.start().platformUpgraded().preparing();
    run.failed("a", FailureKind.COMPILE, "cannot find symbol gone()").skipped("b", "a").ended();
    Api.statusOf(run);

    assertThat(page("/environments/with-errors"))
        .contains(
            "<a href=\"/environments/with-errors/errors\">There were errors preparing some"
                + " modules.</a>")
        .contains("0 modules prepared successfully, 1 modules failed and 1 modules skipped.")
        .contains("banner errors");
    assertThat(page("/environments/with-errors/errors"))
        .contains("compiler.err.cant.resolve", "a/B.java:12:5", "cannot find symbol gone()")
        .contains("    gone();\n    ^")
        .contains("holds back 1 module");
    assertThat(page("/environments/with-errors/modules/b")).contains("Skipped because of");
  }

  @Test
  @DisplayName("B46 B11: shows a pause, a cancelled preparation and an error with what was said")
  void showsWhatStandsInTheWay() {
    var run = Run.cloud(journal, "in-the-way").module("a").module("b");
    run.start().platformUpgraded().preparing().prepared("a");
    var operator = new Operator(run);
    operator.pauses("The <database> is busy.");
    Api.statusOf(run);
    var paused = page("/environments/in-the-way");
    operator.cancels();
    Api.statusOf(run);
    var cancelled = page("/environments/in-the-way");
    var modules = page("/environments/in-the-way/modules?state=cancelled");
    run.next(Run.LATER).start().platformUpgraded();
    operator.isRefused("System module 'center' is missing.");
    Api.statusOf(run);
    var error = page("/environments/in-the-way");

    assertThat(paused)
        .contains("banner progress", "Paused by Ada: The &lt;database&gt; is busy.")
        .contains("Click here for more details");
    assertThat(cancelled)
        .contains("banner errors", "The preparation of your modules was cancelled.")
        .contains("state cancelled")
        .doesNotContain("Click here for more details");
    assertThat(modules)
        .contains("data-module=\"b\"", "state cancelled")
        .doesNotContain("data-module=\"a\"");
    assertThat(error).contains("banner errors", "There was an error preparing your modules.");
    assertThat(error).contains("System module &#39;center&#39; is missing.");
  }

  @Test
  void escapesNamesAndMessages() {
    var hostile = "<script>alert(1)<script>";
    var run = Run.cloud(journal, "<b>bold").module(hostile).module("user", hostile);
    run.start().platformUpgraded().preparing();
    run.failed(hostile, FailureKind.COMPILE, "<img src=x>").skipped("user", hostile).ended();
    var path = "/environments/%3Cb%3Ebold";
    run.events();
    Api.await(
        "the views",
        () ->
            given()
                .urlEncodingEnabled(false)
                .get("/api/v1" + path + "/status")
                .asString()
                .contains("ready-with-errors"));

    for (var page : new String[] {"", "/modules", "/details", "/errors", "/modules/user"}) {
      assertThat(page(path + page))
          .doesNotContain("<script>alert", "<img src=x", "<b>bold")
          .contains("&lt;b&gt;bold");
    }
  }

  @Test
  void filtersModulesWithoutScripts() {
    var run = Run.cloud(journal, "filtered").module("alpha").module("beta").start();
    Api.statusOf(run);

    assertThat(page("/environments/filtered/modules?text=ALP"))
        .contains("data-module=\"alpha\"")
        .doesNotContain("data-module=\"beta\"");
    assertThat(page("/environments/filtered/modules?state=failed")).contains("No module matches.");
  }

  @Test
  @DisplayName("B33: a module's page tells what became of it in every upgrade")
  void showsAModuleOverAllUpgrades() {
    var run = Run.cloud(journal, "over-all").module("a");
    run.start().platformUpgraded().preparing().failed("a", FailureKind.COMPILE, "no").ended();
    run.next(Run.LATER).start().platformUpgraded().preparing().prepared("a").ended();
    Api.statusOf(run);

    var page = page("/environments/over-all/modules/a");

    assertThat(page.substring(page.indexOf("Over all upgrades")))
        .containsSubsequence("to 11.9.1", "prepared", "to 11.9.0", "failed");
  }

  @Test
  void leadsToTheSamePageOfAnotherEnvironment() {
    for (var name : new String[] {"from <here>", "to there"}) {
      Api.statusOf(Run.cloud(journal, name).module("a").start());
    }

    assertThat(page("/environments/to%20there/errors"))
        .contains("<option>from &lt;here&gt;</option>", "name=\"page\" value=\"errors\"");
    var answer =
        given()
            .redirects()
            .follow(false)
            .queryParam("environment", "from <here>")
            .queryParam("page", "errors")
            .get("/");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/environments/from%20%3Chere%3E/errors");
  }

  @Test
  void saysThatItIsUpToDateSoonAfterTheLastEvent() {
    Api.statusOf(Run.cloud(journal, "behind").module("a").start());

    Api.await("the lag", () -> page("/environments/behind").contains(">up to date</span>"));
  }

  @Test
  void allowsOnlyItsOwnScriptsAndStyles() {
    var answer = RestAssured.given().redirects().follow(false).get("/assets/flexup.js");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe-inline");
    assertThat(page("/environments/nobody", 404)).contains("No such environment");
  }

  private static String page(String path) {
    return page(path, 200);
  }

  private static String page(String path, int status) {
    var answer = given().urlEncodingEnabled(false).accept("text/html,*/*;q=0.8").get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).doesNotContain("style=\"", "onclick");
    return answer.asString();
  }
}
