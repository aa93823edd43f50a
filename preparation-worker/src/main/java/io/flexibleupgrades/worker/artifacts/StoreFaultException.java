package io.flexibleupgrades.worker.artifacts;

/** The artifact store could not give or take something; says nothing about the modules. */
public final class StoreFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreFaultException(String message) {
    super(message);
  }
}
