package io.flexibleupgrades.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.worker.fixture.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of the queue must do, on a real broker. */
abstract class PrepareRequestsContract {
  private final Topic topic = Topic.create("requests-" + UUID.randomUUID());
  private final String group = "group-" + UUID.randomUUID();
  private final List<PrepareRequests> takers = new ArrayList<>();
  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

  abstract PrepareRequests open(String bootstrapServers, String topic, String group, int slots);

  abstract String bootstrapServers();

  @AfterEach
  void close() {
    takers.forEach(PrepareRequests::close);
  }

  @Test
  @DisplayName("B48: of two takers exactly one gets each request")
  void exactlyOneOfTwoTakersGetsARequest() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      send("r" + i);
    }

    taker().start(this::accept);
    taker().start(this::accept);

    assertThat(next(20)).doesNotHaveDuplicates().hasSize(20);
    assertThat(taken.poll(3, TimeUnit.SECONDS)).as("taken once more").isNull();
  }

  @Test
  void aReleasedRequestIsTakenAgain() throws InterruptedException {
    var times = new AtomicInteger();
    send("r");

    taker()
        .start(request -> {
          accept(request);
          return times.incrementAndGet() < 3 ? Settlement.RELEASE : Settlement.ACCEPT;
        });

    assertThat(next(3)).containsExactly("r", "r", "r");
    assertThat(taken.poll(3, TimeUnit.SECONDS)).as("taken after it was accepted").isNull();
  }

  @Test
  void anAcceptedRequestIsNotTakenByALaterTaker() throws InterruptedException {
    send("r");
    var first = taker();
    first.start(this::accept);
    assertThat(next(1)).containsExactly("r");
    assertThat(first.drain(Duration.ofSeconds(20))).isTrue();

    taker().start(this::accept);
    send("later");

    assertThat(next(1)).containsExactly("later");
  }

  @Test
  @DisplayName("Work that takes longer than the broker's lock is renewed and not handed out twice")
  void longWorkIsNotHandedOutTwice() throws InterruptedException {
    send("r");

    for (int i = 0; i < 2; i++) {
      taker()
          .start(request -> {
            accept(request);
            Thread.sleep(Duration.ofSeconds(22));
            return Settlement.ACCEPT;
          });
    }

    assertThat(next(1)).containsExactly("r");
    assertThat(taken.poll(27, TimeUnit.SECONDS)).as("handed out a second time").isNull();
  }

  @Test
  void aDrainReleasesWhatIsNotFinishedInTime() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    send("r");
    var first = taker();
    first.start(request -> {
      accept(request);
      try {
        Thread.sleep(Duration.ofMinutes(5));
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return Settlement.ACCEPT;
    });
    assertThat(next(1)).containsExactly("r");

    assertThat(first.drain(Duration.ofMillis(200))).as("everything finished").isFalse();

    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    taker().start(this::accept);
    assertThat(next(1)).containsExactly("r");
  }

  @Test
  void workThatThrowsDoesNotStopTheSlot() throws InterruptedException {
    var times = new AtomicInteger();
    send("r");

    taker()
        .start(request -> {
          accept(request);
          if (times.incrementAndGet() == 1) {
            throw new IllegalStateException("thrown by the test");
          }
          return Settlement.ACCEPT;
        });

    assertThat(next(2)).containsExactly("r", "r");
  }

  @Test
  void aRecordWithoutValueOrKeyIsARequestWithoutPayload() throws InterruptedException {
    topic.send("", new WireMessage(Map.of(), new byte[0]));

    taker().start(this::accept);

    assertThat(next(1)).containsExactly("");
  }

  @Test
  @DisplayName("B41: without a broker it waits, is not connected, and ends when told to")
  void waitsForTheBroker() throws InterruptedException {
    var taker = open("127.0.0.1:1", topic.name(), group, 1);
    takers.add(taker);

    taker.start(this::accept);

    assertThat(taken.poll(2, TimeUnit.SECONDS)).isNull();
    assertThat(taker.connected()).isFalse();
  }

  private PrepareRequests taker() {
    var taker = open(bootstrapServers(), topic.name(), group, 2);
    takers.add(taker);
    return taker;
  }

  private Settlement accept(TakenRequest request) {
    taken.add(new String(request.message().payload(), StandardCharsets.UTF_8));
    return Settlement.ACCEPT;
  }

  private void send(String text) {
    topic.send(text, new WireMessage(Map.of(), text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<@Nullable String> next(int count) throws InterruptedException {
    var next = new ArrayList<@Nullable String>();
    for (int i = 0; i < count; i++) {
      next.add(taken.poll(40, TimeUnit.SECONDS));
    }
    return next;
  }
}
