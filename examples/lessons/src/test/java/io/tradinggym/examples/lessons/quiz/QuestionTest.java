package io.tradinggym.examples.lessons.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
  @Test
  void aNumberMayBeOffByItsTolerance() {
    Question number = new Question.Numeric("n", "?", 3.988, 0.01, "");

    assertThat(number.right("3.99")).isTrue();
    assertThat(number.right(" 3,98 ")).isTrue();
    assertThat(number.right("4.0")).isFalse();
    assertThat(number.right("four")).isFalse();
  }

  @Test
  void eachWrongChoiceSaysWhy() {
    Question choice = new Question.Choice("c", "?", List.of("a", "b"), List.of("since", "not as"));

    assertThat(choice.reply("a")).isEqualTo("Right. since");
    assertThat(choice.reply("b")).isEqualTo("No: not as It is \"a\": since");
  }

  @Test
  void caseAndBlanksOfATextDoNotMatter() {
    Question text = new Question.Text("t", "fill", "____", List.of("Math.min", "min"), "");

    assertThat(text.right(" MATH . min")).isTrue();
    assertThat(text.right("max")).isFalse();
  }

  @Test
  void theSameSeedShufflesAlike() {
    List<Integer> things = List.of(1, 2, 3, 4, 5, 6, 7, 8);

    assertThat(Quiz.shuffled(things, "x", 1))
        .isEqualTo(Quiz.shuffled(things, "x", 1))
        .isNotEqualTo(Quiz.shuffled(things, "x", 2))
        .containsExactlyInAnyOrderElementsOf(things);
  }
}
