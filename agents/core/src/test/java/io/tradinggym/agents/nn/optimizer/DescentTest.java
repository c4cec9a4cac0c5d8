package io.tradinggym.agents.nn.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescentTest {
  private final Network network = Network.mlp(3, List.of(4), 2, Activation.TANH, 1);
  private final ParameterLayout layout = ParameterLayout.of("critic", network);
  private final float[] params = new float[layout.size()];
  private final Adam adam = new Adam(params.length, Kernels.fastest(), 1e-8);
  private final Descent descent = new Descent(layout, params, adam, 1, 1, 1);

  @BeforeEach
  void stepsTwice() {
    network.initialise(params, 0, new Random(1)::nextGaussian);
    for (int i = 0; i < 2; i++) {
      descent.step(1, shard -> shard.gradient()[0] = 1, 1e-3);
    }
  }

  @Test
  void namesTensorAndUpdateOfAGradientThatIsNoNumberAndLeavesTheParametersAlone() {
    float[] before = params.clone();
    int bias = 3 * 4 + 1;
    assertThatThrownBy(() -> descent.step(1, shard -> shard.gradient()[bias] = Float.NaN, 1e-3))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("gradient at update 2: critic.0.bias[0, 1] is NaN");
    assertThat(params).isEqualTo(before);
  }

  @Test
  void namesTheUpdateOfALossThatIsNoNumber() {
    assertThatThrownBy(() -> descent.step(1, shard -> shard.sums()[0] = Double.NaN, 1e-3))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("loss at update 2 is NaN");
  }
}
