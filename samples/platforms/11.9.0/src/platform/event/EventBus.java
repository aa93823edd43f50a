package platform.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Delivers events to their subscribers, in the order of subscription and on the caller's thread.
 */
public final class EventBus {
  private record Route<T>(Class<T> type, Consumer<? super T> subscriber) {
    boolean deliver(Object event) {
      if (!type.isInstance(event)) {
        return false;
      }
      subscriber.accept(type.cast(event));
      return true;
    }
  }

  private final List<Route<?>> routes = new ArrayList<>();

  /** Subscribes to all events of a type, its subtypes included. */
  public <T> Subscription subscribe(Class<T> type, Consumer<? super T> subscriber) {
    Route<T> route = new Route<>(type, subscriber);
    routes.add(route);
    return () -> routes.remove(route);
  }

  /** Publishes an event and returns how many subscribers received it. */
  public int publish(Object event) {
    int delivered = 0;
    for (Route<?> route : List.copyOf(routes)) {
      if (route.deliver(event)) {
        delivered++;
      }
    }
    return delivered;
  }
}
