package io.flexibleupgrades.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A golden file and what it says, for ever: a shipped line of the lists below, and its file, is
 * never changed or removed.
 *
 * @param file name below {@code golden/}, without its ending
 * @param message what the file's payload says
 */
record Golden(String file, Object message) {
  static final EnvironmentName ENVIRONMENT = new EnvironmentName("prod");
  static final UpgradeId UPGRADE =
      new UpgradeId(UUID.fromString("0b6d3c1e-52a4-4c8e-9d0e-7f1a2b3c4d5e"));
  static final PublishId PUBLISH =
      new PublishId(UUID.fromString("7d2e4f60-8a91-4b3c-a5d6-e7f8091a2b3c"));
  static final String GRACE = "Grace Hopper <grace@example.org>";
  static final UUID ID = UUID.fromString("5f0e8b9a-1c2d-4e3f-8a4b-6c7d8e9f0a1b");
  static final long SEQUENCE = 42;
  static final Instant TIME = Instant.parse("2026-03-01T22:15:30.123456Z");
  static final Platform OLD = new Platform(new PlatformVersion("11.8.0"), digest('a'));
  static final Platform NEW = new Platform(new PlatformVersion("11.9.0"), digest('b'));
  static final ModuleId ORDERS = new ModuleId("Orders");
  static final ModuleId CORE_MONEY = new ModuleId("CoreMoney");

  /** Written on purpose with characters outside ASCII. */
  static final ModuleId BOOKS = new ModuleId("Bücher 書籍");

  static Stream<Golden> all() {
    return Stream.of(
            GoldenEnvironmentEvents.all(),
            GoldenPublishEvents.all(),
            GoldenPlanEvents.all(),
            GoldenOperatorEvents.all(),
            GoldenPreparationEvents.all(),
            GoldenWorkerMessages.all())
        .flatMap(List::stream);
  }

  static Digest digest(char digit) {
    return new Digest(String.valueOf(digit).repeat(64));
  }

  /** Returns the record that says the message, with the id, sequence and time of every golden. */
  WireMessage encoded(MessageCodec codec) {
    return switch (message) {
      case Event event -> codec.encode(new EventEnvelope(ID, SEQUENCE, TIME, event));
      case WorkerMessage said -> codec.encode(ID, TIME, said);
      default -> throw new IllegalArgumentException(file + " is no message.");
    };
  }

  /** Returns what the codec reads in a record of this golden's kind. */
  Object decoded(MessageCodec codec, WireMessage wire) {
    return message instanceof Event
        ? codec.decodeEvent(wire)
        : (Object) codec.decodeWorkerMessage(wire);
  }

  /** Returns what the codec must read in this golden's file. */
  Object expected() {
    return message instanceof Event event
        ? new JournalRecord.KnownEvent(new EventEnvelope(ID, SEQUENCE, TIME, event))
        : message;
  }

  WireName wireName() {
    return WireName.of(message);
  }

  @Override
  public String toString() {
    return file;
  }
}
