package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.BenchmarkPlatform;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A factory's poms, which leave the sources where they are.
 *
 * @param compilerVersion of the compiler plug-in
 */
record MavenProject(GeneratedFactory factory, String compilerVersion) {

  void write(Path folder) throws IOException {
    // Without one of its own, Maven would take the JVM options of a project around it.
    Files.createDirectories(folder.resolve(".mvn"));
    Files.writeString(folder.resolve("pom.xml"), parent());
    for (var module : factory.blueprint().modules()) {
      var home = Files.createDirectories(folder.resolve(module));
      Files.writeString(home.resolve("pom.xml"), module(module));
    }
  }

  private String parent() {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>made</groupId><artifactId>parent</artifactId><version>1</version>
      <packaging>pom</packaging>
      <modules>%s</modules>
      <properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
      <dependencies>
        <dependency>
          <groupId>made</groupId><artifactId>platform</artifactId><version>1</version>
          <scope>system</scope><systemPath>%s</systemPath>
        </dependency>
      </dependencies>
      <build><plugins><plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId><version>%s</version>
        <configuration>
          <release>%d</release><proc>none</proc><implicit>none</implicit>
          <debuglevel>source,lines</debuglevel><showWarnings>true</showWarnings>
          <compilerArgs>%s</compilerArgs>
        </configuration>
      </plugin></plugins></build>
    </project>
    """
        .formatted(
            elements("module", factory.blueprint().modules()),
            factory.platformJar(),
            compilerVersion,
            BenchmarkPlatform.RELEASE,
            elements("arg", BenchmarkPlatform.OPTIONS));
  }

  private String module(String name) {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <parent><groupId>made</groupId><artifactId>parent</artifactId><version>1</version></parent>
      <artifactId>%s</artifactId>
      <dependencies>%s</dependencies>
      <build><sourceDirectory>%s</sourceDirectory></build>
    </project>
    """
        .formatted(
            name,
            factory.blueprint().producersOf(name).stream()
                .map(MavenProject::dependency)
                .collect(Collectors.joining()),
            factory.modules().resolve(name).resolve("src"));
  }

  private static String dependency(String producer) {
    return """
    <dependency>
      <groupId>made</groupId><artifactId>%s</artifactId><version>1</version>
    </dependency>
    """
        .formatted(producer);
  }

  private static String elements(String name, List<String> values) {
    return values.stream()
        .map(value -> "<" + name + ">" + value + "</" + name + ">")
        .collect(Collectors.joining());
  }
}
