package io.flexibleupgrades.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under whom PostgreSQL runs. It refuses to run as root, so that root's server runs in a user
 * namespace in which its user has no name and no power; where namespaces are not permitted, as the
 * user {@code nobody}, who is then given the server's folder and may pass through those above it.
 */
enum Privileges {
  OWN,
  NAMESPACE,
  NOBODY;

  private static final int NOBODY_ID = 65534;
  private static final List<String> PARENT_DEATH = List.of("setpriv", "--pdeathsig", "QUIT");

  /** Returns what is needed and possible for the user of this process. */
  static Privileges detect() throws IOException {
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      return OWN;
    }
    return Commands.succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
  }

  /** Returns the command as it is to be run under these privileges. */
  List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix());
    whole.addAll(command);
    return List.copyOf(whole);
  }

  /**
   * Returns a server's command, which the kernel ends (SIGQUIT) when its parent is gone. The signal
   * is chosen last: a change of user would clear it.
   */
  List<String> serverCommand(List<String> command) {
    var whole = new ArrayList<>(prefix());
    if (Commands.succeeds(command(serverProbe()))) {
      whole.addAll(PARENT_DEATH);
    }
    whole.addAll(command);
    return List.copyOf(whole);
  }

  /** Gives a folder and all in it to the user that the server runs as. */
  void giveFolder(Path folder) throws IOException {
    if (this != NOBODY) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        Files.setAttribute(file, "unix:uid", NOBODY_ID);
      }
    }
  }

  private List<String> prefix() {
    return switch (this) {
      case OWN -> List.of();
      case NAMESPACE -> List.of("unshare", "-U");
      // root's data folder is often below a home that only root can enter
      case NOBODY ->
          List.of(
              "setpriv",
              "--securebits=+no_setuid_fixup",
              "--reuid=" + NOBODY_ID,
              "--regid=" + NOBODY_ID,
              "--clear-groups",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override");
    };
  }

  private static List<String> serverProbe() {
    var probe = new ArrayList<>(PARENT_DEATH);
    probe.add("true");
    return probe;
  }
}
