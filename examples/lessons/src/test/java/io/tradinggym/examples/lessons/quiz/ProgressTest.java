package io.tradinggym.examples.lessons.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Question ASKED = new Question.Numeric("q", "?", 1, 0.1, "so");

  @TempDir private Path folder = Path.of("");

  @Test
  void rightAnswersComeBackAfterOneThreeSevenAndTwentyOneDays() {
    Progress progress = Progress.read(folder.resolve("p.json"));
    LocalDate day = DAY;
    for (int days : List.of(1, 3, 7, 21, 21)) {
      assertThat(progress.due(5, ASKED, day)).isTrue();
      progress.answered(5, ASKED, true, day);
      assertThat(progress.due(5, ASKED, day.plusDays(days - 1))).isFalse();
      day = day.plusDays(days);
    }
  }

  @Test
  void aWrongAnswerGoesBackToTheFirstBox() {
    Path file = folder.resolve("p.json");
    Progress progress = Progress.read(file);
    progress.answered(5, ASKED, true, DAY);
    progress.answered(5, ASKED, true, DAY);
    progress.answered(5, ASKED, false, DAY);

    assertThat(Progress.read(file).box(5, ASKED))
        .isEqualTo(new Progress.Box(0, "2026-12-01", 2, 1));
    assertThat(Progress.read(file).box(6, ASKED)).isNull();
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    Progress.read(folder.resolve("deep/p.json")).answered(5, ASKED, true, DAY);

    try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
      assertThat(files).containsExactly(folder.resolve("deep/p.json"));
    }
  }

  @Test
  void aDamagedFileIsNamedAndLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"05/q\":{\"box\":9");

    assertThatThrownBy(() -> Progress.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + " is damaged");
    assertThat(file).hasContent("{\"05/q\":{\"box\":9");
    for (String damaged :
        List.of("null", "{\"05/q\":null}", "{\"05/q\":{\"box\":1,\"due\":\"soon\"}}", "[]")) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> Progress.read(file))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(file + " is damaged");
    }
  }
}
