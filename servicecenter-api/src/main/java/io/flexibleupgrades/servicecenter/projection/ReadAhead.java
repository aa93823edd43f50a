package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.projection.JournalTopic.Reader;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads the next batches on a thread of its own while one is being worked on. */
final class ReadAhead {
  private static final int BATCHES = 2;

  private final Consumer<Reader> source;
  private final BlockingQueue<Consumer<Reader>> steps = new ArrayBlockingQueue<>(BATCHES);
  private boolean over;

  private ReadAhead(Consumer<Reader> source) {
    this.source = source;
  }

  /** Begins; the source hands what it reads to the reader that it is given. */
  static ReadAhead of(Consumer<Reader> source) {
    return new ReadAhead(source);
  }

  /** Hands all that is read to the reader, on the calling thread. */
  void into(Reader reader) {
    var thread = Thread.ofPlatform().name("read-ahead").daemon().start(this::read);
    try {
      while (!over) {
        steps.take().accept(reader);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } finally {
      thread.interrupt();
    }
  }

  private void read() {
    try {
      try {
        source.accept(new Queue());
        put(_ -> over = true);
      } catch (InterruptException e) {
        throw e;
      } catch (RuntimeException e) {
        put(_ -> {
          throw e;
        });
      }
    } catch (InterruptException e) {
      // Nobody waits for more.
      Thread.currentThread().interrupt();
    }
  }

  private void put(Consumer<Reader> step) {
    try {
      steps.put(step);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private final class Queue implements Reader {
    @Override
    public void total(long records) {
      put(reader -> reader.total(records));
    }

    @Override
    public void batch(TopicPartition partition, List<Received> records) {
      put(reader -> reader.batch(partition, records));
    }
  }
}
