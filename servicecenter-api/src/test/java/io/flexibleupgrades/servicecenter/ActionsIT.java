package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = FakeOrchestrator.class, restrictToAnnotatedClass = true)
class ActionsIT {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  @Inject Journal journal;

  @BeforeEach
  void forget() {
    FakeOrchestrator.forget();
  }

  @Test
  @DisplayName("B46: says with counts what a pause and a cancel will do")
  void saysWhatWillHappen() {
    preparing("asked-pause");

    assertThat(ShownPage.of("/environments/asked-pause"))
        .contains("href=\"/environments/asked-pause/actions/pause\">Pause…")
        .contains("href=\"/environments/asked-pause/actions/cancel\">Cancel the preparation…")
        .doesNotContain("/actions/resume", "/actions/prepare");
    assertThat(ShownPage.of("/environments/asked-pause/actions/pause"))
        .contains("0 modules are running.", "2 modules are left to do", "Publishing stays locked.")
        .contains("name=\"reason\" maxlength=\"500\" required");
    assertThat(ShownPage.of("/environments/asked-pause/actions/cancel"))
        .contains("1 prepared, 0 failed, 0 skipped", "2 modules are not prepared.");
    assertThat(ShownPage.of("/environments/asked-pause/actions/resume"))
        .contains("does not fit where the environment stands now: preparing.")
        .doesNotContain("<form class=\"ask\"");
  }

  @Test
  @DisplayName(
      "B13, B46: asks the orchestrator once, however often the form is sent, with all that was filled in")
  void asksTheOrchestrator() {
    var run = preparing("asked-once");
    FakeOrchestrator.answers(202, "{\"message\":\"The preparation is <paused>.\"}");
    var question = question("/environments/asked-once/actions/pause");

    var answer = question.send(run, "Ada", "The database is busy.");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("Done", "The preparation is &lt;paused&gt;.");
    question.send(run, "Ada", "The database is busy.");
    assertThat(FakeOrchestrator.asked())
        .hasSize(2)
        .allSatisfy(asked -> {
          assertThat(asked.path()).isEqualTo("/api/v1/upgrades/" + run.upgrade + "/pause");
          assertThat(asked.key()).isEqualTo(question.key);
          assertThat(asked.body())
              .isEqualTo("{\"requestedBy\":\"Ada\",\"reason\":\"The database is busy.\"}");
        });
  }

  @Test
  @DisplayName(
      "B42, B43: offers a failed module to be prepared again or published, and a prepared one to be published")
  void asksForAModule() {
    var run = Run.cloud(journal, "asked-module").module("a").module("b <i>", "a").module("c");
    run.start().platformUpgraded().preparing().prepared("c");
    run.failed("a", FailureKind.COMPILE, "no").skipped("b <i>", "a").ended();
    Api.statusOf(run);
    var actions = "/environments/asked-module/actions/";

    assertThat(ShownPage.of("/environments/asked-module/modules/b%20%3Ci%3E"))
        .contains(actions + "prepare?module=b%20%3Ci%3E", actions + "publish?module=b%20%3Ci%3E");
    assertThat(ShownPage.of("/environments/asked-module/modules/c"))
        .contains(actions + "publish?module=c")
        .doesNotContain(actions + "prepare?module=");
    assertThat(ShownPage.of(actions + "prepare"))
        .contains("2 modules are prepared again: 1 failed, 1 skipped, 0 cancelled.");
    FakeOrchestrator.answers(
        423, "{\"title\":\"Locked\",\"detail\":\"Something is being prepared.\",\"status\":423}");
    var refused = question(actions + "publish?module=b%20%3Ci%3E").send(run, "Ada", "");
    assertThat(refused.statusCode()).isEqualTo(423);
    assertThat(refused.asString()).contains("Not done", "Locked", "Something is being prepared.");
    assertThat(FakeOrchestrator.asked().getFirst().path())
        .isEqualTo("/api/v1/environments/asked-module/publishes");
    assertThat(FakeOrchestrator.asked().getFirst().body())
        .isEqualTo("{\"requestedBy\":\"Ada\",\"modules\":[\"b <i>\"]}");
  }

  @Test
  void saysThatNobodyKnowsWhenTheOrchestratorDoesNotAnswer() {
    var run = preparing("asked-in-vain");
    FakeOrchestrator.answers(0, "");

    var answer = question("/environments/asked-in-vain/actions/cancel").send(run, "Ada", "");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.asString()).contains("Perhaps it was done and perhaps not.");
  }

  @Test
  void refusesWhatItsOwnPageDidNotAsk() {
    var run = preparing("asked-by-others");
    var question = question("/environments/asked-by-others/actions/cancel");

    assertThat(question.with("another").send(run, "Ada", "").statusCode()).isEqualTo(400);
    assertThat(question.send(run, " ", "").statusCode()).isEqualTo(400);
    assertThat(question.send(run, "Ada\u0000", "").statusCode()).isEqualTo(400);
    assertThat(ShownPage.of("/environments/asked-by-others/actions/destroy", 400))
        .contains("&#39;destroy&#39; is no action.");
    assertThat(FakeOrchestrator.asked()).isEmpty();
  }

  private Run preparing(String environment) {
    var run = Run.cloud(journal, environment).module("a").module("b").module("c");
    run.start().platformUpgraded().preparing().prepared("a");
    Api.statusOf(run);
    return run;
  }

  private static Question question(String path) {
    var page = ShownPage.answer(path);
    assertThat(page.statusCode()).isEqualTo(200);
    return new Question(
        path.replaceAll("\\?.*", ""),
        page.cookie("csrf-token"),
        found(TOKEN, page.asString()),
        UUID.fromString(found(KEY, page.asString())).toString(),
        path.contains("module=") ? "b <i>" : "");
  }

  private static String found(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
    return matcher.group(1);
  }

  private record Question(String path, String cookie, String token, String key, String module) {
    Question with(String other) {
      return new Question(path, cookie, other, key, module);
    }

    Response send(Run run, String name, String reason) {
      var form =
          given()
              .accept("text/html")
              .cookie("csrf-token", cookie)
              .formParam("csrf-token", token)
              .formParam("upgrade", run.upgrade.toString())
              .formParam("key", key)
              .formParam("module", module)
              .formParam("requestedBy", name);
      return form.formParam("reason", reason).post(path);
    }
  }
}
