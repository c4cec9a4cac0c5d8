package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code in the pages is code that the build compiles and runs; links lead somewhere. */
class PagesTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final String SOURCES =
      Stream.concat(
              Repository.files("examples", ".java").stream(),
              Repository.files("docs/src", ".java").stream())
          .map(file -> flat(Repository.read(file)))
          .collect(Collectors.joining("\n\n"));

  static List<Path> pages() {
    return Repository.pages();
  }

  /** Without white space: a page breaks lines where it reads best, the formatter where it must. */
  private static String flat(String code) {
    return code.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeStandsInAnExample(Path page) {
    Matcher block = JAVA_BLOCK.matcher(Repository.read(page));
    while (block.find()) {
      assertThat(SOURCES.contains(flat(block.group(1))))
          .as("this code of %s stands in no example:%n%s", page, block.group(1))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFilesThatExist(Path page) {
    Matcher link = LINK.matcher(Repository.read(page));
    while (link.find()) {
      String target = link.group(1);
      if (!target.matches("[a-z]+:.*")) {
        assertThat(Files.exists(page.resolveSibling(target)))
            .as("%s links to %s", page, target)
            .isTrue();
      }
    }
  }

  @Test
  void thereIsCodeToCheck() {
    assertThat(pages().stream().filter(page -> Repository.read(page).contains("```java")))
        .isNotEmpty();
  }
}
