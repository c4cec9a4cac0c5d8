package io.tradinggym.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.examples.lessons.book.Cell;
import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.book.Notebook;
import io.tradinggym.examples.lessons.quiz.Question;
import io.tradinggym.examples.lessons.quiz.Quiz;
import io.tradinggym.examples.lessons.site.Markdown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson has the same parts. */
class FormTest {
  private static final int LONGEST_CELL = 30;

  static List<Integer> numbers() {
    return Curriculum.numbers();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aLessonHasAllItsParts(int number) {
    Notebook notebook = Curriculum.notebook(number);
    String words =
        String.join(
            "\n", notebook.cells().stream().filter(c -> !c.code()).map(Cell::source).toList());

    assertThat(words)
        .startsWith("# " + number + " · ")
        .contains("**One idea:**", "$$", "For education and simulation", "## Further");
    for (String part : List.of("guess", "knob", "pitfalls", "exercise", "check", "claim")) {
      assertThat(notebook.tagged(part)).as(part).isNotEmpty();
    }
    assertThat(notebook.tagged("guess").getFirst().number())
        .as("one guesses before the experiment runs")
        .isLessThan(notebook.tagged("knob").getFirst().number());
    assertThat(notebook.minutes()).isBetween(20, 40);
    assertThat(notebook.track()).isIn("trading", "algorithms");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void longCodeStandsInATwin(int number) {
    assertThat(Curriculum.notebook(number).cells())
        .filteredOn(Cell::code)
        .allSatisfy(
            cell ->
                assertThat(cell.source().lines().count())
                    .as(cell.firstLine())
                    .isLessThanOrEqualTo(LONGEST_CELL));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void outputsAreNotStored(int number) throws IOException {
    for (JsonNode cell : new ObjectMapper().readTree(Curriculum.text(number)).path("cells")) {
      assertThat(cell.path("outputs").size()).isZero();
      assertThat(cell.path("execution_count").isNull() || !cell.has("execution_count")).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void formulasCanBeDrawn(int number) {
    assertThat(Curriculum.notebook(number).cells())
        .filteredOn(cell -> !cell.code())
        .allSatisfy(cell -> assertThat(Markdown.html(cell.source())).doesNotContain("$"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aQuizHasEightQuestionsOfSeveralKinds(int number) {
    List<Question> questions = Quiz.of(number).questions();

    assertThat(questions).hasSizeGreaterThanOrEqualTo(8);
    assertThat(questions.stream().map(Question::getClass).distinct())
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(questions).allSatisfy(q -> assertThat(q.right(answer(q))).as(q.id()).isTrue());
  }

  private static String answer(Question question) {
    return question instanceof Question.Order order
        ? String.join("\n", order.items())
        : question.solution();
  }
}
