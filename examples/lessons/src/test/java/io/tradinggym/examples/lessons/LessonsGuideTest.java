package io.tradinggym.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.examples.lessons.book.Notebook;
import io.tradinggym.examples.lessons.book.NotebookRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to the lessons. */
class LessonsGuideTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aNotebookOfOnesOwnIsRun() throws IOException {
    Path mine =
        Files.writeString(
            folder.resolve("mine.ipynb"),
            "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[\"6 * 7\"]}]}");
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Notebook notebook = Notebook.read(mine);
      try (NotebookRunner runner = new NotebookRunner()) {
        runner.run(notebook, result -> System.out.print(result.output()));
      }
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("42\n");
  }
}
