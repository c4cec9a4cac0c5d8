package io.tradinggym.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("compiled")
class FlopsTest {
  @Test
  void aRowForwardIsTwoForEveryWeight() {
    assertThat(Flops.forward(32, List.of(64, 64), 3)).isEqualTo(2.0 * (32 * 64 + 64 * 64 + 64 * 3));
    assertThat(Flops.forward(5, List.of(), 2)).isEqualTo(20);
  }

  /** Backward: every weight once for its own gradient, and once for that of its inputs but in the first layer. */
  @Test
  void trainingAddsTheGradientsOfWeightsAndOfInnerInputs() {
    assertThat(Flops.training(32, List.of(64), 3))
        .isEqualTo(2.0 * (32 * 64 + 64 * 3) + 2.0 * (32 * 64 + 64 * 3) + 2.0 * 64 * 3);
    assertThat(Flops.training(5, List.of(), 2)).isEqualTo(40);
  }

  @Test
  void theMachinesPeakIsMeasuredOnNumbersThatStayFinite() {
    PeakFma peak = new PeakFma();
    peak.run(3);
    assertThat(PeakFma.flops()).isGreaterThanOrEqualTo(2 * 12 * 1000);
  }
}
