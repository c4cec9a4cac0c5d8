package io.tradinggym.agents.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.Dueling;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.random.RandomStreams;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class ModelTest {
  /** Sums of floats in another order. */
  private static final float TOLERANCE = 1e-5f;

  private static final int AT = 3;
  private static final float[] OBSERVATION = {0.3f, -0.7f, 1.1f, 0.2f};

  private final Network network = Network.mlp(4, List.of(9, 6), 2, Activation.SILU, 1);
  private final float[] params = new float[AT + network.parameters()];

  @Test
  void aTrainedNetworkGoesOnInDeeplearning4j(@TempDir Path folder) throws IOException {
    network.initialise(params, AT, RandomStreams.of(1).stream("parameters")::gaussian);
    Workspace work = new Workspace(network, 1, Kernels.fastest());
    network.forward(work, params, AT, 1, OBSERVATION, 0);
    MultiLayerNetwork model = Dl4j.model(network, params, AT);
    assertThat(output(model)).containsExactly(work.output(), within(TOLERANCE));
    File file = folder.resolve("model.zip").toFile();
    model.save(file);
    assertThat(output(MultiLayerNetwork.load(file, true))).isEqualTo(output(model));
  }

  private static float[] output(MultiLayerNetwork model) {
    return model.output(Nd4j.createFromArray(new float[][] {OBSERVATION})).toFloatVector();
  }

  @Test
  void layersThatDeeplearning4jDoesNotHaveAreRefused() {
    assertThatThrownBy(() -> Dl4j.model(new Network(List.of(new Dueling(2))), params, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Dueling");
  }
}
