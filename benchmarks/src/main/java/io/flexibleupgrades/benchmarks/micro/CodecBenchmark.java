package io.flexibleupgrades.benchmarks.micro;

import io.flexibleupgrades.events.EventEnvelope;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.WireMessage;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One event of each type that comes once for a module, and a chunk of 500 enlisted modules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class CodecBenchmark {
  private static final int MODULES = 500;

  @Param({"ModulePrepareRequested", "ModulePrepared", "ModulesEnlisted"})
  public String event;

  private final MessageCodec codec = new MessageCodec();
  private EventEnvelope envelope;
  private WireMessage message;

  @Setup
  public void encodeOnce() {
    var found =
        new DecidedPreparation(EnlistedFactory.of(MODULES))
            .events().stream()
                .filter(each -> each.getClass().getSimpleName().equals(event))
                .findFirst()
                .orElseThrow();
    envelope =
        new EventEnvelope(new UUID(7, 7), 1_000, Instant.ofEpochSecond(1_700_000_000), found);
    message = codec.encode(envelope);
  }

  @Benchmark
  public WireMessage encode() {
    return codec.encode(envelope);
  }

  @Benchmark
  public JournalRecord decode() {
    return codec.decodeEvent(message);
  }
}
