package io.flexibleupgrades.cli.module;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.SteppedBar;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.RepeatedReading;
import java.time.Duration;
import java.util.List;

/** A publish as the Service Center shows it. */
record Publish(JsonNode json) {
  private static final Duration NO_LIMIT = Duration.ofDays(3650);

  /** Returns the publish at its end; its progress is shown until then. */
  static Publish untilEnd(Connection connection, String id, Terminal terminal) {
    var path = ApiPath.of("publishes", id);
    var bar = new SteppedBar(terminal);
    var publish =
        new RepeatedReading<>(() -> new Publish(connection.serviceCenter().get(path)), terminal)
            .await(
                Publish::isEnded,
                NO_LIMIT,
                seen -> {
                  if (!seen.isEnded()) {
                    bar.show(seen.percentage(), seen.caption(), true);
                  }
                })
            .orElseThrow();
    terminal.endLive();
    bar.end(publish.percentage(), publish.caption());
    return publish;
  }

  /** Returns its modules, also those that are only made again and not published. */
  List<PublishedModule> modules() {
    return json.path("modules").valueStream().map(PublishedModule::new).toList();
  }

  int published() {
    return json.path("published").asInt();
  }

  int failed() {
    return json.path("failed").asInt();
  }

  int skipped() {
    return json.path("skipped").asInt();
  }

  boolean isWithoutErrors() {
    return failed() + skipped() == 0;
  }

  private boolean isEnded() {
    return json.path("state").asText().equals("ended");
  }

  private int percentage() {
    if (isEnded()) {
      return 100;
    }
    int all = modules().size();
    return all == 0 ? 0 : (int) (100 * done() / all);
  }

  private long done() {
    return modules().stream().filter(PublishedModule::isDone).count();
  }

  private String caption() {
    var caption = new StringBuilder("%d of %d modules".formatted(done(), modules().size()));
    append(caption, "failed");
    append(caption, "skipped");
    return caption.toString();
  }

  private void append(StringBuilder caption, String state) {
    long count = modules().stream().filter(module -> module.state().equals(state)).count();
    if (count > 0) {
      caption.append(" · ").append(count).append(' ').append(state);
    }
  }
}
