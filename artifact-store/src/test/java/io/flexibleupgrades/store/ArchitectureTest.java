package io.flexibleupgrades.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.flexibleupgrades.store",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_RESOURCES_AND_THE_HTTP_PACKAGE_KNOW_REST =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .resideOutsideOfPackage("..http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..");

  @ArchTest
  static final ArchRule CHECKING_A_BUNDLE_NEEDS_NOTHING_ELSE =
      noClasses()
          .that()
          .resideInAPackage("..bundles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..blobs..", "..actions..", "..platforms..", "..database..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule BLOBS_NEED_NO_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("..blobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..database..", "jakarta.persistence..", "java.sql..", "org.flywaydb..");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FEATURES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..helper..",
              "..common..",
              "..impl..",
              "..model..",
              "..service..",
              "..dto..");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("io.flexibleupgrades.store.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule WORDS_THAT_SAY_NOTHING_ARE_NOT_USED =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Info|Data)");
}
