package io.flexibleupgrades.worker.compiling;

/** A compile daemon ended while it had an order. */
final class DaemonLostException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  DaemonLostException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
