package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final int ROWS = 500;
  private static final int WIDTH = 20;
  private final Network network = new Network(List.of(new Dropout(WIDTH, 0.25)));
  private final Workspace work = new Workspace(network, ROWS, Kernels.plain());
  private final float[] ones = new float[ROWS * WIDTH];
  private final RandomStream random = RandomStreams.of(1).stream("dropout");

  @Test
  void leavesOutAShareAndKeepsTheMean() {
    Arrays.fill(ones, 1);
    Dropout.mask(work, 0).draw(random);
    network.forward(work, new float[0], 0, ROWS, ones, 0);
    int zeros = 0;
    double sum = 0;
    for (float y : work.output()) {
      zeros += y == 0 ? 1 : 0;
      sum += y;
      assertThat(y).isIn(0f, (float) (1 / 0.75));
    }
    assertThat(zeros / (double) ones.length).isCloseTo(0.25, within(0.02));
    assertThat(sum / ones.length).isCloseTo(1, within(0.03));
  }

  @Test
  void slopesFlowWhereValuesDid() {
    Arrays.fill(ones, 1);
    Dropout.mask(work, 0).draw(random);
    network.forward(work, new float[0], 0, ROWS, ones, 0);
    float[] y = work.output().clone();
    network.backwardToInputs(work, new float[0], 0, ones, 0, null);
    assertThat(work.inputGradient()).isEqualTo(y);
  }

  @Test
  void aTrainedNetworkLeavesNothingOut() {
    Arrays.fill(ones, 3);
    network.forward(work, new float[0], 0, ROWS, ones, 0);
    assertThat(work.output()).isEqualTo(ones);
    Dropout.mask(work, 0).draw(random);
    Dropout.mask(work, 0).clear();
    network.forward(work, new float[0], 0, ROWS, ones, 0);
    assertThat(work.output()).isEqualTo(ones);
  }

  @Test
  void wrongSettingsAreNamed() {
    assertThatThrownBy(() -> new Dropout(3, 1))
        .hasMessageContaining("rate in [0, 1), were 3 and 1.0");
    Network dense = new Network(List.of(new Dense(2, 2, Initializer.SMALL)));
    Workspace other = new Workspace(dense, 1, Kernels.plain());
    assertThatThrownBy(() -> Dropout.mask(other, 0)).hasMessageContaining("layer 0 is no dropout");
  }
}
