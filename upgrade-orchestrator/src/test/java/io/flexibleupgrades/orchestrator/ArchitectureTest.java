package io.flexibleupgrades.orchestrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(
    packages = "io.flexibleupgrades.orchestrator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PURE = {
    "..orchestrator.plan..", "..orchestrator.preparation..", "..orchestrator.environment.."
  };

  @ArchTest
  static final ArchRule DECISIONS_KNOW_THE_CONTRACT_ALONE =
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.flexibleupgrades.events..",
              "org.pcollections..",
              "org.jspecify..",
              PURE[0],
              PURE[1],
              PURE[2])
          .because("a decision is a pure function of what was stored");

  @ArchTest
  static final ArchRule DECISIONS_READ_AND_WRITE_NOTHING =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio.file..", "java.sql..", "java.util.concurrent..")
          .because("a decision is a pure function of what was stored");

  @ArchTest
  static final ArchRule DECISIONS_HAVE_NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .because("the same events must lead to the same decision again");

  @ArchTest
  static final ArchRule THE_PLAN_KNOWS_NOTHING_OF_THOSE_WHO_FOLLOW_IT =
      noClasses()
          .that()
          .resideInAPackage("..orchestrator.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..orchestrator.preparation..", "..orchestrator.environment..");

  @ArchTest
  static final ArchRule ONLY_THE_RELAY_SENDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..orchestrator.relay..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.clients.producer..")
          .because("what is sent must have been stored before");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FEATURES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..impl..");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("io.flexibleupgrades.orchestrator.(*)..").should().beFreeOfCycles();
}
