package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Module descriptors, which nothing in the build reads, say what their modules hold. */
class ModuleDescriptorsTest {
  private static final String DESCRIPTOR = "src/main/module/module-info.java";
  private static final Pattern EXPORTED = Pattern.compile("exports ([\\w.]+);");
  private static final Pattern USED = Pattern.compile("uses ([\\w.]+);");
  private static final Pattern PROVIDED = Pattern.compile("provides ([\\w.]+) with\\s+([^;]+);");
  private static final Pattern LOADED =
      Pattern.compile("ServiceLoader\\.load\\(\\s*(\\w+)\\.class");

  static List<Path> modules() {
    return Repository.files("", "module-info.java").stream()
        .map(file -> Repository.ROOT.resolve(file.toString().replace("/" + DESCRIPTOR, "")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyPackageIsExportedExceptInternalOnes(Path module) {
    Path sources = module.resolve("src/main/java");
    Set<String> packages =
        sources(module).stream()
            .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
            .filter(name -> !name.contains(".internal"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found(EXPORTED, module)).isEqualTo(packages);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void whatIsLoadedAsAServiceIsUsed(Path module) {
    Set<String> loaded = new TreeSet<>();
    for (Path file : sources(module)) {
      Matcher matcher = LOADED.matcher(Repository.read(file));
      while (matcher.find()) {
        loaded.add(matcher.group(1));
      }
    }
    assertThat(found(USED, module))
        .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
        .containsExactlyInAnyOrderElementsOf(loaded);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void whatItProvidesIsWhatItsServiceFilesName(Path module) {
    Matcher matcher = PROVIDED.matcher(Repository.read(module.resolve(DESCRIPTOR)));
    Set<String> provided = new TreeSet<>();
    while (matcher.find()) {
      provided.add(matcher.group(1));
      Path file = module.resolve("src/main/resources/META-INF/services/" + matcher.group(1));
      assertThat(List.of(matcher.group(2).split(",\\s*")))
          .containsExactlyInAnyOrderElementsOf(Repository.read(file).lines().toList());
    }
    Path services = module.resolve("src/main/resources/META-INF/services");
    assertThat(provided).hasSize(Files.exists(services) ? files(services) : 0);
  }

  private static int files(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? 0 : names.length;
  }

  private static List<Path> sources(Path module) {
    return Repository.files(Repository.ROOT.relativize(module) + "/src/main/java", ".java").stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .toList();
  }

  private static Set<String> found(Pattern pattern, Path module) {
    Matcher matcher = pattern.matcher(Repository.read(module.resolve(DESCRIPTOR)));
    Set<String> names = new TreeSet<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
