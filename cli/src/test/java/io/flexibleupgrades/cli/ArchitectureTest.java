package io.flexibleupgrades.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.flexibleupgrades.cli", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.flexibleupgrades.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_LOCAL_COMMANDS_KNOW_THE_EMBEDDED_SYSTEM =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.flexibleupgrades.embedded..");

  @ArchTest
  static final ArchRule ONLY_THE_TERMINAL_WRITES_TO_THE_STREAMS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..cli.terminal..", "io.flexibleupgrades.cli")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(java.io.PrintStream.class);
}
