package io.flexibleupgrades.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoOrphansIT {

  @TempDir Path folder;

  @Test
  void endsBrokerAndPostgresWhenTheSupervisorIsKilled() throws Exception {
    var supervisor = SupervisingJvm.start(folder, "stack");
    var family = supervisor.descendants().toList();
    assertThat(supervisor.children()).hasSize(2);
    assertThat(family.size()).as("PostgreSQL has processes of its own").isGreaterThan(3);

    supervisor.destroyForcibly().waitFor();

    Eventually.holds(
        Duration.ofSeconds(10), () -> family.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void endsAJavaServiceWhenItsStandardInputEnds() throws Exception {
    var service =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "-cp",
                    System.getProperty("java.class.path", ""),
                    Watched.class.getName()))
            .start();
    assertThat(service.inputReader().readLine()).isEqualTo("watching");

    service.getOutputStream().close();

    assertThat(service.waitFor()).isEqualTo(143);
  }

  static final class Watched {

    private Watched() {}

    /** Watches its parent and would otherwise stay. */
    public static void main(String[] args) throws InterruptedException {
      ParentWatch.start();
      System.out.println("watching");
      Thread.sleep(Duration.ofMinutes(5));
    }
  }
}
