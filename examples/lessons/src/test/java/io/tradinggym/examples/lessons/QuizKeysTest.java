package io.tradinggym.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.quiz.Question;
import io.tradinggym.examples.lessons.quiz.Quiz;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The numbers of the quizzes are the library's: each is computed by it here. */
class QuizKeysTest {
  private static final Map<String, DoubleSupplier> COMPUTED = new TreeMap<>();

  static {
    AlgorithmKeys.into(COMPUTED);
    TradingKeys.into(COMPUTED);
  }

  @Test
  void everyNumberIsComputedAndAgrees() {
    TreeSet<String> asked = new TreeSet<>();
    for (int lesson : Curriculum.numbers()) {
      for (Question question : Quiz.of(lesson).questions()) {
        if (question instanceof Question.Numeric number) {
          String key = "%02d/%s".formatted(lesson, number.id());
          asked.add(key);
          assertThat(COMPUTED).as("nothing computes " + key).containsKey(key);
          assertThat(Objects.requireNonNull(COMPUTED.get(key)).getAsDouble())
              .as(key)
              .isCloseTo(number.answer(), within(number.tolerance()));
        }
      }
    }
    assertThat(COMPUTED.keySet()).isEqualTo(asked);
  }
}
