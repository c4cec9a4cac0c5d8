package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between modules are those of the table in docs/architecture.md, followed from module to module. */
class ModulesTest {
  private static final ModuleTable TABLE = ModuleTable.read();
  private static final Set<String> GENERAL =
      Set.of("trading-gym/api", "trading-gym/market", "agents/core");

  static List<String> modules() {
    return TABLE.folders();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleUsesOnlyWhatItsRowAllows(String module) {
    Set<String> reach = TABLE.reach(module);
    Set<String> wrong = new TreeSet<>();
    int classes = 0;
    for (JavaClass type : Production.CLASSES) {
      if (Production.moduleOf(TABLE, type).equals(module)) {
        classes++;
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith("io.tradinggym")
              && !reach.contains(Production.moduleOf(TABLE, target))) {
            wrong.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(classes).as("classes of %s", module).isPositive();
    assertThat(wrong).as("arrows from %s that the table does not have", module).isEmpty();
  }

  @Test
  void learnersSeeNoMarket() {
    assertThat(TABLE.reach("agents/core"))
        .containsExactlyInAnyOrder("agents/core", "trading-gym/api");
  }

  @Test
  void nothingGeneralSpeaksOfStocks() {
    assertThat(
            Production.CLASSES.stream()
                .filter(type -> GENERAL.contains(Production.moduleOf(TABLE, type)))
                .map(JavaClass::getName)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("stock")))
        .isEmpty();
  }

  @Test
  void everyModuleOfTheBuildStandsInTheTable() {
    List<String> sourceFolders =
        Repository.files("", "package-info.java").stream()
            .map(file -> Repository.ROOT.relativize(file).toString())
            .filter(
                path ->
                    path.contains("/src/main/java/io/tradinggym/") && !path.startsWith("examples/"))
            .map(path -> path.substring(0, path.indexOf("/src/main/")))
            .distinct()
            .toList();
    assertThat(TABLE.folders()).containsAll(sourceFolders);
  }
}
