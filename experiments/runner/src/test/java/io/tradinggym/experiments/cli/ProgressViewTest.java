package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
  private static ProgressView view(ByteArrayOutputStream out, boolean person) {
    return new ProgressView(
        1_000_000_000L, new PrintStream(out, true, StandardCharsets.UTF_8), person);
  }

  @Test
  void aLineFitsATerminalWhateverItHasToSay() {
    try (ProgressView view = view(new ByteArrayOutputStream(), true)) {
      for (long sum : new long[] {0, 1, 999, 500_000_000, 1_000_000_000}) {
        for (double mean : new double[] {Double.NaN, 0, -1234.5678, 1e12}) {
          for (double seconds : new double[] {0.001, 10, 1e6}) {
            assertThat(view.line(sum, mean, seconds)).hasSize(79).doesNotContain("\n");
          }
        }
      }
      assertThat(view.line(500_000_000, 1.5, 100))
          .isEqualTo(
              "[##########..........]  50% 5,000k steps/s, mean return 1.500, 1m40s left"
                  + "      ");
    }
  }

  @Test
  void aFileGetsALineNowAndThen() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ProgressView view = view(out, false)) {
      for (int i = 1; i <= 1000; i++) {
        view.at(7, i * 1_000_000L, 2);
      }
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(10);
  }

  @Test
  void thereIsSomethingToWaitForOnlyWhileTraining() {
    try (ProgressView view = view(new ByteArrayOutputStream(), true)) {
      assertThat(view.stopped()).isFalse();
      view.trained();
      assertThat(view.stop()).isFalse();
      assertThat(view.stopped()).isFalse();
    }
    try (ProgressView view = view(new ByteArrayOutputStream(), true)) {
      assertThat(view.stop()).isTrue();
      assertThat(view.stopped()).isTrue();
    }
  }
}
