package io.flexibleupgrades.orchestrator.topics;

/** The broker does not answer; the topics are not checked yet. */
public final class BrokerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerUnavailableException(Exception cause) {
    super("The Kafka broker does not answer: " + cause.getMessage(), cause);
  }
}
