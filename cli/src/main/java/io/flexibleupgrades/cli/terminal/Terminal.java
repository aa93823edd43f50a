package io.flexibleupgrades.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The standard streams: data goes to the output, all that is said about it to the error stream. At
 * most one live line stands at the end of the error stream and is replaced as work goes on.
 * Thread-safe.
 */
public final class Terminal {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;
  private final Abilities abilities;
  private boolean liveLineStands;
  private boolean questionStands;

  public Terminal(InputStream in, PrintStream out, PrintStream err, Abilities abilities) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.err = err;
    this.abilities = abilities;
  }

  /** Writes a line of data. */
  public void print(String text) {
    print(Line.of(text));
  }

  /** Writes a line of data. */
  public synchronized void print(Line line) {
    eraseLiveLine();
    out.println(line.rendered(abilities.outputColours()));
  }

  /** Writes a table of data. */
  public void print(Table table) {
    table.lines(abilities.outputColumns()).forEach(this::print);
  }

  /** Tells the user something that is no data. */
  public void say(String text) {
    say(Line.of(text));
  }

  /** Tells the user something that is no data. */
  public synchronized void say(Line line) {
    eraseLiveLine();
    err.println(line.rendered(abilities.progressColours()));
    err.flush();
  }

  /** Tells the user what went wrong; a line break in the text begins a new line. */
  public void complain(String text) {
    text.lines().forEach(line -> say(Line.of(Colour.RED, line)));
  }

  /** Returns whether there is a live line; without one {@link #live} does nothing. */
  public boolean showsLiveLine() {
    return abilities.progressColumns() > 0;
  }

  /** Returns how long a live line can be. */
  public int liveColumns() {
    return Math.max(0, abilities.progressColumns() - 1);
  }

  /** Replaces the live line. */
  public synchronized void live(Line line) {
    if (showsLiveLine()) {
      err.print(ERASE_LINE + line.cutTo(liveColumns()).rendered(abilities.progressColours()));
      err.flush();
      liveLineStands = true;
    }
  }

  /** Takes the live line away. */
  public synchronized void endLive() {
    eraseLiveLine();
    err.flush();
  }

  /** Returns whether there is a person who can answer. */
  public boolean canAsk() {
    return abilities.asks();
  }

  /** Returns the answer to a question, or nothing if the input has ended. */
  public Optional<String> ask(String question) {
    synchronized (this) {
      eraseLiveLine();
      err.print(SafeText.line(question) + " ");
      err.flush();
      questionStands = true;
    }
    var answer = readLine();
    synchronized (this) {
      if (answer.isPresent()) {
        questionStands = false;
      }
      return answer;
    }
  }

  /** Waits for the answer without keeping other threads from the streams. */
  private Optional<String> readLine() {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException("The answer cannot be read.", e);
    }
  }

  /** Returns the output for JSON, which escapes control characters itself. */
  public JsonOutput json() {
    return new JsonOutput(out);
  }

  /** Returns a writer on the output, for the texts of the command line's own help. */
  public PrintWriter outputWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** Returns a writer on the error stream, for the texts of the command line's own help. */
  public PrintWriter errorWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** Returns whether nobody reads the output any more. */
  public boolean outputIsClosed() {
    return out.checkError();
  }

  /** Makes room at the end of the error stream; an unanswered question stays where it is. */
  private void eraseLiveLine() {
    if (questionStands) {
      err.println();
      questionStands = false;
    }
    if (liveLineStands) {
      err.print(ERASE_LINE);
      liveLineStands = false;
    }
  }
}
