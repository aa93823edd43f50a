package io.flexibleupgrades.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.flexibleupgrades.worker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule COMPILING_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAnyPackage("..worker.compiling..", "..worker.daemon..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..", "jakarta..", "org.apache.kafka..", "io.smallrye..", "org.jboss..");

  @ArchTest
  static final ArchRule THE_DAEMON_NEEDS_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage("..worker.daemon..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.tools..", "org.jspecify..", "..worker.daemon..")
          .because("its class path is its own classes");

  @ArchTest
  static final ArchRule KAFKA_STAYS_BEHIND_THE_PORTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..worker.queue..", "..worker.heartbeat..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive..");

  @ArchTest
  static final ArchRule NO_UTIL_PACKAGES =
      noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..");
}
