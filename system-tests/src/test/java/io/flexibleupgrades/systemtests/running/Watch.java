package io.flexibleupgrades.systemtests.running;

import static java.lang.Math.min;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows an upgrade through the status API, which may be away for a while, and insists that its
 * counts add up, that nothing settled is lost, and that 100 % is the end.
 */
public final class Watch {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration LOOK_EVERY = Duration.ofMillis(40);
  private static final Set<String> ENDS =
      Set.of("ready", "ready-with-errors", "cancelled", "error");

  private final RunningSystem system;
  private final Upgrade upgrade;
  private final List<Integer> percentages = new ArrayList<>();
  private int reads;
  private int settled = -1;
  private long settledSince = System.nanoTime();
  private long longestStall;

  Watch(RunningSystem system, Upgrade upgrade) {
    this.system = system;
    this.upgrade = upgrade;
  }

  /** Returns the first status at or above a percentage, which must be seen before the end. */
  public JsonNode awaitPercentage(int percentage) throws InterruptedException {
    var status =
        await(seen -> seen.path("percentage").asInt() >= percentage || hasEnded(seen), LONGEST);
    assertThat(hasEnded(status))
        .as("The upgrade ended too soon for this test: %s", status)
        .isFalse();
    return status;
  }

  /** Returns when so many modules are settled, or at the end. */
  public void awaitSettled(int modules, Duration longest) throws InterruptedException {
    await(seen -> settled(seen) >= modules || hasEnded(seen), longest);
  }

  /** Returns the status at the end. */
  public JsonNode awaitEnd() throws InterruptedException {
    return awaitEnd(LONGEST);
  }

  /** Returns the status at the end, which must come within this time. */
  public JsonNode awaitEnd(Duration longest) throws InterruptedException {
    return await(Watch::hasEnded, longest);
  }

  /** Returns the percentages seen so far, in their order. */
  public List<Integer> percentages() {
    return List.copyOf(percentages);
  }

  /** Returns how many modules were seen to be settled. */
  public int settled() {
    return Math.max(0, settled);
  }

  /** Returns how many answers were read and checked so far. */
  public int reads() {
    return reads;
  }

  /** Returns the longest time in which nothing was seen to be settled. */
  public Duration longestStall() {
    return Duration.ofNanos(longestStall);
  }

  private static int settled(JsonNode status) {
    return status.path("prepared").asInt()
        + status.path("failed").asInt()
        + status.path("skipped").asInt();
  }

  private static boolean hasEnded(JsonNode status) {
    return ENDS.contains(status.path("state").asText());
  }

  private JsonNode await(Predicate<JsonNode> condition, Duration longest)
      throws InterruptedException {
    var giveUp = System.nanoTime() + longest.toNanos();
    var last = "no status was seen";
    while (System.nanoTime() < giveUp) {
      try {
        var answer =
            system.serviceCenter().get("environments/" + upgrade.environment() + "/status");
        last = answer.status() + " " + answer.json();
        if (answer.status() == 200 && answer.text("upgradeId").equals(upgrade.id())) {
          note(answer.json());
          if (condition.test(answer.json())) {
            return answer.json();
          }
        }
      } catch (UncheckedIOException e) {
        last = "the Service Center does not answer: " + e.getMessage();
      }
      Thread.sleep(LOOK_EVERY);
    }
    throw new AssertionError(
        "%s is not so far after %s: %s; %s"
            .formatted(
                upgrade,
                longest,
                last,
                system.orchestrator().get("environments/" + upgrade.environment()).json()));
  }

  private void note(JsonNode status) {
    reads++;
    noteSettled(settled(status));
    int percentage = status.path("percentage").asInt();
    int total = status.path("total").asInt();
    if (total > 0) {
      int share = 100 * settled / total;
      assertThat(percentage).as("%s", status).isEqualTo(hasEnded(status) ? share : min(99, share));
    }
    if (!percentages.isEmpty()) {
      assertThat(percentage)
          .as("the percentage never falls")
          .isGreaterThanOrEqualTo(percentages.getLast());
    }
    if (!hasEnded(status)) {
      assertThat(percentage).as("100 only at the end").isLessThan(100);
    }
    if (percentages.isEmpty() || percentages.getLast() != percentage) {
      percentages.add(percentage);
    }
  }

  private void noteSettled(int modules) {
    assertThat(modules).as("nothing settled is lost").isGreaterThanOrEqualTo(settled);
    long now = System.nanoTime();
    if (settled >= 0) {
      longestStall = Math.max(longestStall, now - settledSince);
    }
    if (modules > settled) {
      settled = modules;
      settledSince = now;
    }
  }
}
