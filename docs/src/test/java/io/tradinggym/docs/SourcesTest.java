package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sources are set. The formatter looks after code; it leaves comments as they are. */
class SourcesTest {
  private static final int COLUMNS = 120;

  @Test
  void commentsKeepToTheColumnsOfTheCode() {
    List<String> wide = new ArrayList<>();
    for (Path file : Repository.files(".", ".java")) {
      boolean table = false;
      int number = 0;
      for (String line : Repository.read(file).lines().toList()) {
        number++;
        String text = line.strip();
        boolean comment = text.startsWith("*") || text.startsWith("/");
        table = comment && (table || text.contains("<pre")) && !text.contains("</pre");
        if (comment && !table && line.length() > COLUMNS) {
          wide.add(file + ":" + number);
        }
      }
    }
    assertThat(wide).as("comments of more than %d columns", COLUMNS).isEmpty();
  }
}
