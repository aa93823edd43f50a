package platform.event;

/** A subscription to an event bus. */
public interface Subscription {

  /** Ends the subscription; further events are not delivered to it. */
  void cancel();
}
