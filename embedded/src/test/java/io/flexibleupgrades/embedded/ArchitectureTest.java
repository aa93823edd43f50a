package io.flexibleupgrades.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.flexibleupgrades.embedded", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Whoever starts the processes has neither Kafka's server nor an unpacker on its class path. */
  @ArchTest
  static final ArchRule ONLY_CHILD_MAINS_NEED_MORE_THAN_THE_JDK =
      classes()
          .that()
          .haveSimpleNameNotEndingWith("Main")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.flexibleupgrades.embedded..", "org.jspecify..");

  @ArchTest
  static final ArchRule SUPERVISION_KNOWS_NOTHING_OF_WHAT_IT_SUPERVISES =
      noClasses()
          .that()
          .resideInAPackage("..embedded.process..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..embedded.kafka..", "..embedded.postgres..", "..embedded.system..");
}
