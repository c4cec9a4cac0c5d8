package io.tradinggym.experiments.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.allocator.desk.AllocationStep;
import io.tradinggym.market.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every word of a move, from steps made up by hand. */
class MovesTest {
  private static final List<String> NAMES = List.of("trend", "carry");

  private static AllocationStep step(
      String time, double regime, double[] held, double[] given, boolean moved, double... paper) {
    return new AllocationStep(
        Instant.parse(time).toEpochMilli(),
        new double[] {regime, 1 - regime},
        given,
        held,
        given,
        moved,
        List.of("", moved ? "at its limit of 60 %" : ""),
        Money.of("200000"),
        new long[3],
        new long[3],
        paper,
        new double[2],
        Money.of("50"));
  }

  private static AllocationStep still(double... paper) {
    return step("2024-03-05T21:00:00Z", 0.9, new double[2], new double[2], false, paper);
  }

  /** A close at midnight belongs to the day that ends; what a step earned is no evidence for its own move. */
  @Test
  void aMoveTellsWhatWasKnownAtItsClose() {
    List<AllocationStep> steps =
        List.of(
            still(0.10, 0),
            still(0.10, -0.5),
            step(
                "2024-03-06T00:00:00Z",
                0.25,
                new double[] {0.5, 0.104},
                new double[] {0.2, 0.1},
                true,
                0.7,
                0.7));
    String text = new Moves(steps, NAMES, false).text();
    assertThat(text)
        .isEqualTo(
            """
            2024-03-05  trend 50 % -> 20 %
              regime    1 with 0.75 (the bar before 0.10)
              evidence  trend +21.0 %, carry -50.0 % in the 2 bars before
              limits    carry at its limit of 60 %
              cost      50.00 for all trades of the bar, 2.5 bp of the account

            """);
    assertThat(new Moves(steps, NAMES, true).text()).startsWith("bar 2  trend");
  }

  /** A tenth earned in the first of the steps counts for 63 of them. */
  @Test
  void evidenceReachesBackAQuarter() {
    List<AllocationStep> steps = new ArrayList<>(List.of(still(0.1, 0)));
    for (int t = 1; t <= 64; t++) {
      steps.add(still(0, 0));
    }
    Moves moves = new Moves(steps, NAMES, true);
    assertThat(moves.text(0)).contains("trend +0.0 %, carry +0.0 % in the 0 bars before");
    assertThat(moves.text(0)).contains("regime    0 with 0.90\\n".translateEscapes());
    assertThat(moves.text(1)).contains("trend +10.0 %, carry +0.0 % in the 1 bars before");
    assertThat(moves.text(63)).contains("trend +10.0 %, carry +0.0 % in the 63 bars before");
    assertThat(moves.text(64)).contains("trend +0.0 %, carry +0.0 % in the 63 bars before");
  }

  /** Half of what is given and taken together: 30 and 5 per cent of the account; who did not move is left out. */
  @Test
  void theLargestMovesStandFirst() {
    String time = "2024-03-05T21:00:00Z";
    List<AllocationStep> steps =
        List.of(
            step(time, 1, new double[] {0.2, 0.2}, new double[] {0.25, 0.15}, true, 0, 0),
            still(0, 0),
            step(time, 1, new double[] {0.2, 0.5}, new double[] {0.5, 0.2}, true, 0, 0),
            step(time, 1, new double[] {0.2, 0.2}, new double[] {0.204, 0.196}, true, 0, 0));
    Moves moves = new Moves(steps, NAMES, true);
    assertThat(moves.largestFirst()).containsExactly(2, 0, 3);
    assertThat(moves.text(3)).startsWith("bar 3  small changes");
    assertThat(moves.text(0)).startsWith("bar 0  trend 20 % -> 25 %, carry 20 % -> 15 %");
  }
}
