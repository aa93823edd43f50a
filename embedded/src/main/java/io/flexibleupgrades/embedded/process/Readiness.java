package io.flexibleupgrades.embedded.process;

import java.net.URI;

/** How a child process shows that it serves. An accepted TCP connection shows too little. */
public sealed interface Readiness {

  /** It is ready when a GET of this address answers 200. */
  record Http(URI address) implements Readiness {}

  /** It is ready when a line of its output contains this text. */
  record OutputLine(String text) implements Readiness {}

  /** It is ready as soon as it runs. */
  record Running() implements Readiness {}
}
