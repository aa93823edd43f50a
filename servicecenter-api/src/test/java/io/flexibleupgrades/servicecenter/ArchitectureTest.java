package io.flexibleupgrades.servicecenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.flexibleupgrades.servicecenter",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule VIEWS_ARE_A_FUNCTION_OF_THE_EVENTS =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Row")
          .or()
          .haveSimpleNameEndingWith("Rows")
          .or()
          .haveSimpleNameEndingWith("Views")
          .or()
          .haveSimpleName("ModuleStates")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .because("a replay must write the same rows");

  @ArchTest
  static final ArchRule RESOURCES_HAVE_NO_LOGIC =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "..database..")
          .because("they translate between HTTP and readers");

  @ArchTest
  static final ArchRule NO_REACTIVE_TYPES =
      noMethods()
          .should()
          .haveRawReturnType("io.smallrye.mutiny.Uni")
          .orShould()
          .haveRawReturnType("io.smallrye.mutiny.Multi");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("io.flexibleupgrades.servicecenter.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule OTHER_SERVICES_ARE_KNOWN_BY_EVENTS_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.flexibleupgrades.orchestrator..",
              "io.flexibleupgrades.worker..",
              "io.flexibleupgrades.store..");

  @ArchTest
  static final ArchRule NO_UTIL_PACKAGES =
      noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..");
}
