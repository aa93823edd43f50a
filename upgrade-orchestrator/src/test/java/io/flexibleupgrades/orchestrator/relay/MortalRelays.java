package io.flexibleupgrades.orchestrator.relay;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The relays of two orchestrators, each of which starts again whenever its relay was killed. */
final class MortalRelays implements AutoCloseable {
  private final DataSource database;
  private final Map<String, Object> kafka;
  private final String prefix;
  private final Fate fate;
  private final AtomicInteger lives = new AtomicInteger();
  private final Set<MortalRelay> alive = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private volatile boolean stopping;

  MortalRelays(DataSource database, Map<String, Object> kafka, String prefix, Fate fate) {
    this.database = database;
    this.kafka = kafka;
    this.prefix = prefix;
    this.fate = fate;
    threads.execute(this::live);
    threads.execute(this::live);
  }

  private void live() {
    while (!stopping) {
      var relay = new MortalRelay(database, kafka, prefix, fate, lives.incrementAndGet());
      alive.add(relay);
      if (stopping) {
        relay.stop();
      }
      relay.run();
      alive.remove(relay);
    }
  }

  @Override
  public void close() {
    stopping = true;
    alive.forEach(MortalRelay::stop);
    threads.close();
  }
}
