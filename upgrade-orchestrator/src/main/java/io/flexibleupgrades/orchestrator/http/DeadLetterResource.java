package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.orchestrator.deadletters.LetterPage;
import io.flexibleupgrades.orchestrator.deadletters.LetterPlace;
import io.flexibleupgrades.orchestrator.deadletters.LetterReader;
import io.flexibleupgrades.orchestrator.deadletters.LetterTopic;
import io.flexibleupgrades.orchestrator.deadletters.Replaying;
import io.flexibleupgrades.orchestrator.deadletters.Replays;
import io.flexibleupgrades.orchestrator.deadletters.WantedLetters;
import io.flexibleupgrades.orchestrator.http.DeadLetterView.Page;
import io.flexibleupgrades.orchestrator.http.DeadLetterView.ReplayedLetters;
import io.flexibleupgrades.orchestrator.http.DeadLetterView.TopicView;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The poison records that were set aside. */
@Path("/api/v1/dead-letters")
@APIResponse(responseCode = "503", description = "The broker or the database does not answer.")
@RunOnVirtualThread
class DeadLetterResource {
  private static final String SCOPE = "/dead-letters";

  private final LetterReader reader;
  private final Replays replays;
  private final Replaying replaying;
  private final Transactions transactions;
  private final Answers answers;

  DeadLetterResource(
      LetterReader reader,
      Replays replays,
      Replaying replaying,
      Transactions transactions,
      Answers answers) {
    this.reader = reader;
    this.replays = replays;
    this.replaying = replaying;
    this.transactions = transactions;
    this.answers = answers;
  }

  @GET
  @Operation(
      summary = "Lists dead letters, topic by topic, in each partition the newest first.",
      description =
          "A page can have fewer letters than the limit, or none, and still not be the last: that is the one without a next. Long payloads are cut.")
  @APIResponse(
      responseCode = "200",
      description = "A page, and how many letters each topic has.",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @APIResponse(responseCode = "400", description = "The cursor is malformed.")
  @APIResponse(responseCode = "422", description = "The request is wrong; the problem says what.")
  public Page list(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("reason") @DefaultValue("") String reason,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    var topics = topic == null ? List.of(LetterTopic.values()) : List.of(topic(topic));
    var after = cursor == null || cursor.isEmpty() ? null : cursor(cursor);
    int most = Math.clamp(limit, 1, 500);
    var page =
        reader.read(box -> {
          var counts =
              Arrays.stream(LetterTopic.values())
                  .map(one ->
                      new TopicView(one.toString(), box.count(one), one.refusal().orElse(null)))
                  .toList();
          var letters = LetterPage.read(box, topics, reason, after, most, DeadLetterView::brief);
          var next = letters.next();
          return new Page(counts, letters.items(), next == null ? null : next.toString());
        });
    return new Page(page.topics(), marked(page.items()), page.next());
  }

  @GET
  @Path("{topic}/{partition}/{offset}")
  @Operation(summary = "Shows one dead letter, up to 64 Ki characters of it.")
  @APIResponse(
      responseCode = "200",
      description = "The letter.",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  @APIResponse(responseCode = "404", description = "There is no such dead letter.")
  @APIResponse(responseCode = "422", description = "The request is wrong; the problem says what.")
  public DeadLetterView get(
      @PathParam("topic") String topic,
      @PathParam("partition") String partition,
      @PathParam("offset") String offset) {
    var place = place(topic + "/" + partition + "/" + offset);
    var letter =
        reader.read(
            box -> DeadLetterView.whole(WantedLetters.find(box, List.of(place)).getFirst()));
    return marked(List.of(letter)).getFirst();
  }

  @POST
  @Path("replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Puts dead letters back into the topic they stood in.",
      description =
          "Either those with the named places, all or none, or the oldest of a topic whose reason has a text in it. At most 1,000 and 64 MiB at once. What was replayed before is replayed only with again. Events and heartbeats are never replayed.")
  @APIResponse(
      responseCode = "202",
      description = "They are on their way.",
      content = @Content(schema = @Schema(implementation = ReplayedLetters.class)))
  @APIResponse(
      responseCode = "200",
      description = "No letter fits; nothing is replayed.",
      content = @Content(schema = @Schema(implementation = ReplayedLetters.class)))
  @APIResponse(responseCode = "404", description = "There is no such dead letter.")
  @APIResponse(responseCode = "409", description = "A named letter was replayed before.")
  @APIResponse(
      responseCode = "422",
      description = "The letters cannot be replayed, or the request is wrong.")
  public Response replay(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ReplayRequest body) {
    var request = Texts.body(body);
    var operator = Texts.operator(request.requestedBy());
    var places = request.places();
    if (places.isEmpty() == (request.topic() == null)) {
      throw Problem.MALFORMED_REQUEST.with("Name either 'letters' or a 'topic'.");
    }
    if (places.size() > Replaying.MOST) {
      throw Problem.MALFORMED_REQUEST.with(
          "At most %d letters are replayed at once.".formatted(Replaying.MOST));
    }
    return answers.answer(
        SCOPE,
        key,
        "replay",
        request,
        connection -> {
          var done =
              places.isEmpty()
                  ? replaying.matching(
                      connection,
                      topic(request.topic()),
                      Objects.requireNonNullElse(request.reason(), ""),
                      request.again(),
                      operator)
                  : replaying.named(connection, places, request.again(), operator);
          return answers.json(done.letters().isEmpty() ? 200 : 202, ReplayedLetters.of(done));
        });
  }

  private List<DeadLetterView> marked(List<DeadLetterView> letters) {
    var places = letters.stream().map(DeadLetterView::dated).toList();
    var before = transactions.run(connection -> replays.of(connection, places));
    return letters.stream().map(letter -> letter.with(before)).toList();
  }

  private static LetterTopic topic(@Nullable String text) {
    return Texts.read("topic", text, LetterTopic::parse, Problem.MALFORMED_REQUEST);
  }

  private static LetterPlace place(@Nullable String text) {
    return Texts.read("letters", text, LetterPlace::parse, Problem.MALFORMED_REQUEST);
  }

  private static LetterPlace cursor(String text) {
    return Texts.read("cursor", text, LetterPlace::parse, Problem.MALFORMED_CURSOR);
  }

  /**
   * What is asked for.
   *
   * @param letters places; or {@code topic} with {@code reason}
   */
  record ReplayRequest(
      @Nullable List<String> letters,
      @Nullable String topic,
      @Nullable String reason,
      boolean again,
      @Nullable String requestedBy) {
    List<LetterPlace> places() {
      return letters == null
          ? List.of()
          : letters.stream().map(DeadLetterResource::place).distinct().toList();
    }
  }
}
