package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeadLettersIT {
  private static final String LETTERS = "GET /api/v1/dead-letters";
  private static final String REPLAY = "POST /api/v1/dead-letters/replay";
  private static final String TOPICS =
      "'topics':[{'topic':'flexup.upgrade-events','letters':0,'notReplayable':'The journal has it.'},"
          + "{'topic':'flexup.prepare-outcomes','letters':3}]";
  private static final String PAGE =
      "{" + TOPICS + ",'items':[" + letter(2, "null") + "," + letter(1, "null") + "],'next':'c1'}";
  private static final String LAST_PAGE =
      "{" + TOPICS + ",'items':[" + letter(0, "{'at':'2026-03-01T00:00:00Z','by':'ann'}") + "]}";

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services = new FakeServices();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void listsThemWithTheCountsOfTheirTopics() {
    services.answer(LETTERS, 200, PAGE).answer(LETTERS, 200, LAST_PAGE);

    var call = FlexupCall.of(services, "dead-letters", "--reason", "no JSON");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.out())
        .containsPattern("flexup.prepare-outcomes +3")
        .containsPattern("flexup.prepare-outcomes/0/2 +2026-.* - +no JSON at")
        .containsPattern("flexup.prepare-outcomes/0/0 +2026-.* 2026-.* no JSON at")
        .doesNotContain("\u001b");
    assertThat(services.calls(LETTERS).getFirst().path()).contains("reason=no%20JSON");
    assertThat(services.calls(LETTERS).getLast().path()).contains("cursor=c1");
  }

  @Test
  void listsAsManyAsAreWantedAndSaysThatThereAreMore() {
    services.answer(LETTERS, 200, PAGE).answer(LETTERS, 200, LAST_PAGE);

    var json = FlexupCall.of(services, "dead-letters", "--limit", "1", "-o", "json").json();

    assertThat(json.path("items")).hasSize(1);
    assertThat(json.path("more").asBoolean()).isTrue();
    assertThat(json.path("topics")).hasSize(2);
  }

  @Test
  void showsOneWithWhatStandsInIt() {
    services.answer(LETTERS + "/flexup.prepare-outcomes/0/2", 200, letter(2, "null"));

    var call = FlexupCall.of(services, "dead-letters", "show", "flexup.prepare-outcomes/0/2");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.out())
        .containsPattern("payload +0xff00… \\(cut; it has 900 bytes\\)")
        .containsPattern("header +ce_type: x\\[2J")
        .containsPattern("stood at +flexup.prepare-outcomes 3@1042")
        .doesNotContain("\u001b");
  }

  @Test
  void replaysThoseThatAreNamedWhenTheOperatorAgrees() {
    services.answer(REPLAY, 202, "{'letters':[],'message':'They go back.'}");
    var place = "flexup.prepare-outcomes/0/2";

    var no = FlexupCall.typing("n\n", services, "dead-letters", "replay", place);
    assertThat(services.calls(REPLAY)).isEmpty();
    var yes = FlexupCall.typing("y\n", services, "dead-letters", "replay", place);

    assertThat(no.err())
        .contains("1 dead letter goes back to the end of flexup.prepare-outcomes")
        .contains("Nothing is replayed.");
    assertThat(yes.out()).isEqualTo("They go back.\n");
    var request = services.calls(REPLAY).getFirst();
    assertThat(request.body().path("letters")).extracting(JsonNode::asText).containsExactly(place);
    assertThat(request.body().path("requestedBy").asText()).isEqualTo("tester");
    assertThat(request.body().path("again").asBoolean()).isFalse();
    assertThat(request.idempotencyKey()).isPresent();
  }

  @Test
  void replaysATopicTheOldestFirstAndLeavesOutWhatWasReplayed() {
    services.answer(LETTERS, 200, PAGE).answer(LETTERS, 200, LAST_PAGE);
    services.answer(REPLAY, 202, "{'letters':['a','b'],'message':'They go back.'}");

    var call =
        FlexupCall.of(
            services,
            "dead-letters",
            "replay",
            "--topic",
            "flexup.prepare-outcomes",
            "--reason",
            "JSON",
            "--yes",
            "-o",
            "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.err()).contains("2 dead letters go back");
    assertThat(call.json().path("letters")).hasSize(2);
    assertThat(services.calls(REPLAY).getFirst().body().path("letters"))
        .extracting(JsonNode::asText)
        .containsExactly("flexup.prepare-outcomes/0/1", "flexup.prepare-outcomes/0/2");
  }

  @Test
  void saysWhyATopicIsNotReplayed() {
    services.answer(LETTERS, 200, PAGE).answer(LETTERS, 200, LAST_PAGE);

    var call =
        FlexupCall.of(
            services, "dead-letters", "replay", "--topic", "flexup.upgrade-events", "--yes");

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).isEqualTo("The journal has it.\n");
    assertThat(services.calls(REPLAY)).isEmpty();
  }

  @Test
  void refusesWhatIsNoPlaceAndBothWaysOfNaming() {
    assertThat(FlexupCall.of(services, "dead-letters", "show", "17").exitCode()).isEqualTo(2);
    assertThat(FlexupCall.of(services, "dead-letters", "replay").exitCode()).isEqualTo(2);
    assertThat(
            FlexupCall.of(services, "dead-letters", "replay", "a/0/1", "--topic", "t").exitCode())
        .isEqualTo(2);
    var unasked = FlexupCall.of(services, "dead-letters", "replay", "a/0/1");
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("--yes");
    assertThat(services.calls("POST")).isEmpty();
  }

  private static String letter(int offset, String replayed) {
    return ("{'place':'flexup.prepare-outcomes/0/%d','topic':'flexup.prepare-outcomes',"
            + "'at':'2026-02-01T00:00:00Z','origin':'3@1042','reason':'no JSON at \\u001b[2J all',"
            + "'headers':[{'name':'ce_type','value':{'form':'text','shown':'x\\u001b[2J','bytes':1,'cut':false}}],"
            + "'payload':{'form':'hex','shown':'ff00','bytes':900,'cut':true},'replayed':%s}")
        .formatted(offset, replayed);
  }
}
