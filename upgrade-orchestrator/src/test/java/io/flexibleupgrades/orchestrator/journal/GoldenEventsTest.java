package io.flexibleupgrades.orchestrator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.WireName;
import io.flexibleupgrades.orchestrator.environment.EnvironmentEvolution;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState;
import io.flexibleupgrades.orchestrator.preparation.PreparationEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events that any release so far has written are folded by this one. */
class GoldenEventsTest {
  private static final Path FOLDER = Path.of("../events/src/test/resources/golden");
  private static final long SEED = Long.getLong("flexup.seed", System.nanoTime());
  private static final int ORDERS = Integer.getInteger("flexup.mixed.orders", 500);

  private final List<Event> events = read();

  @BeforeAll
  static void printTheSeed() {
    System.out.println("GoldenEventsTest: -Dflexup.seed=" + SEED);
  }

  @Test
  void thereIsOneOfEveryType() {
    assertThat(events.stream().map(WireName::of).collect(Collectors.toSet()))
        .containsAll(
            Arrays.stream(WireName.values())
                .filter(name -> Event.class.isAssignableFrom(name.type()))
                .toList());
  }

  @Test
  @DisplayName("G15: every event so far is folded, in whatever order it was stored")
  void foldsEveryEventInAnyOrder() {
    for (int i = 0; i < ORDERS; i++) {
      var random = new Random(SEED + i);
      Collections.shuffle(events, random);
      assertThatCode(
              () -> {
                var environment = EnvironmentEvolution.initial();
                var preparation = PreparationEvolution.initial();
                for (var event : events) {
                  switch (event) {
                    case EnvironmentEvent e ->
                        environment = EnvironmentEvolution.evolve(environment, e);
                    case PreparationEvent e ->
                        preparation = PreparationEvolution.evolve(preparation, e);
                  }
                }
              })
          .as("seed %s", SEED + i)
          .doesNotThrowAnyException();
    }
  }

  @Test
  @DisplayName("G15: an environment and a plan of any release so far are known again")
  void foldsAnEnvironmentAndAPlan() {
    EnvironmentState environment = EnvironmentEvolution.initial();
    var preparation = PreparationEvolution.initial();
    events.sort((a, b) -> Boolean.compare(isLater(a), isLater(b)));
    for (var event : events) {
      switch (event) {
        case EnvironmentEvent e -> environment = EnvironmentEvolution.evolve(environment, e);
        case PreparationEvent e -> preparation = PreparationEvolution.evolve(preparation, e);
      }
    }

    assertThat(environment).isInstanceOf(EnvironmentState.Known.class);
    assertThat(preparation).isNotInstanceOf(NotStarted.class);
  }

  private static boolean isLater(Event event) {
    return !(event instanceof EnvironmentCreated
        || event instanceof PreparationEvent.ModulesEnlisted);
  }

  private static List<Event> read() {
    var codec = new MessageCodec();
    var json = JsonMapper.builder().build();
    var events = new ArrayList<Event>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.sorted().toList()) {
        var golden = json.readTree(Files.readAllBytes(file));
        var name = WireName.parse(golden.at("/headers/ce_type").asText());
        if (name != null && Event.class.isAssignableFrom(name.type())) {
          events.add(codec.event(name, json.writeValueAsBytes(golden.get("payload"))));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return events;
  }
}
