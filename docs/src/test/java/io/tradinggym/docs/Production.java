package io.tradinggym.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the library, without tests and examples. */
final class Production {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/io/tradinggym/examples/"))
          .withImportOption(location -> !location.contains("/io/tradinggym/docs/"))
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .importPackages("io.tradinggym");

  private Production() {}

  /** Module folder of a class, by the table. */
  static String moduleOf(ModuleTable table, JavaClass type) {
    String module = table.moduleOf(type.getPackageName());
    if (module == null) {
      throw new AssertionError(
          type.getName() + " belongs to no module of the table in docs/architecture.md");
    }
    return module;
  }
}
