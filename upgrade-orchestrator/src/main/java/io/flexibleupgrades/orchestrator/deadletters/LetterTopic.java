package io.flexibleupgrades.orchestrator.deadletters;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.Topics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A topic that has dead letters, and what becomes of one that is put back. */
public enum LetterTopic {
  UPGRADE_EVENTS(
      Topics.UPGRADE_EVENTS,
      "",
      """
      A record of flexup.upgrade-events is not replayed: events have their place in a stream, which a record put at the \
      end of the topic would miss. Nothing is lost, the journal has every event: to publish it again, run "delete from \
      relay_checkpoint where source = 'journal'" in the orchestrator's database; readers pass over what they have.\
      """),
  PREPARE_REQUESTS(
      Topics.PREPARE_REQUESTS,
      "Workers take them up; an outcome counts as long as its attempt is the current one.",
      null),
  PREPARE_OUTCOMES(
      Topics.PREPARE_OUTCOMES,
      "The orchestrator reads them again; an outcome counts as long as its attempt is the current one.",
      null),
  WORKERS(
      Topics.WORKERS,
      "",
      """
      A heartbeat is not replayed: it told of the moment it was sent, and would now make a worker look alive that may be \
      gone. Workers that run send newer ones every second.\
      """);

  private final String topic;
  private final String effect;
  private final @Nullable String refusal;

  LetterTopic(String topic, String effect, @Nullable String refusal) {
    this.topic = topic;
    this.effect = effect;
    this.refusal = refusal;
  }

  /**
   * Returns the constant of a topic.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static LetterTopic parse(String text) {
    return Choice.parse(LetterTopic.class, text);
  }

  /** Returns why its records must not be put back, and what to do instead; empty if they may. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Returns what becomes of records that are put back, in a sentence. */
  public String effect() {
    return effect;
  }

  /** Returns the topic that holds the letters. */
  String letters() {
    return Topics.deadLettersOf(topic);
  }

  /** Returns the name of the topic that the records stood in. */
  @Override
  public String toString() {
    return topic;
  }
}
