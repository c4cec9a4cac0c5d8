package io.tradinggym.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.examples.lessons.book.Cell;
import io.tradinggym.examples.lessons.book.CellResult;
import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.book.Notebook;
import io.tradinggym.examples.lessons.book.NotebookRunner;
import io.tradinggym.examples.lessons.kit.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson runs on the real library and ends with its claim; its exercise can be solved and is not solved yet. */
class LessonsTest {
  @BeforeAll
  static void small() {
    System.setProperty(Size.PROPERTY, "ci");
  }

  @AfterAll
  static void full() {
    System.clearProperty(Size.PROPERTY);
  }

  static List<Integer> numbers() {
    String only = System.getProperty("lesson.only", "");
    return Curriculum.numbers().stream()
        .filter(n -> only.isEmpty() || List.of(only.split(",")).contains(String.valueOf(n)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aLessonRunsAndItsClaimHolds(int number) {
    Notebook notebook = Curriculum.notebook(number);
    long begin = System.nanoTime();
    try (NotebookRunner runner = new NotebookRunner()) {
      List<CellResult> results = new ArrayList<>();
      runner.run(
          notebook,
          result -> {
            results.add(result);
            System.out.print(result.output());
          });
      System.out.printf("%s: %.1f s%n", notebook.name(), (System.nanoTime() - begin) / 1e9);
      assertThat(results.getLast().output()).contains("Holds: ");
      assertThat(results.stream().mapToInt(r -> r.pictures().size()).sum()).isPositive();
      Cell check = notebook.tagged("check").getFirst();
      assertThat(output(results, check)).startsWith("Not yet: ");

      runner.run("the solution", new Cell(1, true, solution(number), Set.of()));
      assertThat(runner.run(notebook.name(), check).output()).startsWith("Right: ");
    }
  }

  private static String output(List<CellResult> results, Cell cell) {
    return results.stream().filter(r -> r.cell().equals(cell)).findFirst().orElseThrow().output();
  }

  private static String solution(int number) {
    String name = "/solutions/%02d.jsh".formatted(number);
    try (InputStream in = LessonsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
