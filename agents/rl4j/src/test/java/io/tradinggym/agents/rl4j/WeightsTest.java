package io.tradinggym.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.rl4j.network.ac.ActorCriticFactorySeparateStdDense;
import org.deeplearning4j.rl4j.network.configuration.ActorCriticDenseNetworkConfiguration;
import org.deeplearning4j.rl4j.network.configuration.DQNDenseNetworkConfiguration;
import org.deeplearning4j.rl4j.network.dqn.DQNFactoryStdDense;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Oracle: the network of RL4J itself, on the same observation. */
class WeightsTest {
  /** Sums of floats in another order. */
  private static final float TOLERANCE = 1e-5f;

  private static final float[] OBSERVATION = {0.3f, -0.7f, 1.1f, 0.2f};
  private static final Mlp SHAPE = new Mlp(List.of(7, 7), Activation.RELU);
  private static final Box SEEN = Box.of(-2, 2, 4);

  private static MultiLayerNetwork valueNetwork(long seed) {
    DQNDenseNetworkConfiguration shape =
        DQNDenseNetworkConfiguration.builder().numLayers(2).numHiddenNodes(7).build();
    return Weights.seeded(
        new DQNFactoryStdDense(shape).buildDQN(new int[] {4}, 3).getNeuralNetworks()[0], seed);
  }

  private static float[] output(MultiLayerNetwork network) {
    return network.output(Nd4j.createFromArray(new float[][] {OBSERVATION})).toFloatVector();
  }

  @Test
  void thePolicyOfADqnHasTheValuesOfItsNetwork() {
    MultiLayerNetwork network = valueNetwork(17);
    QPolicy policy = new QPolicy(SEEN, Discrete.of(3), QShape.of(SHAPE), Weights.of(network));
    float[] values = new float[3];
    policy.actionValues(OBSERVATION, values);
    assertThat(values).containsExactly(output(network), within(TOLERANCE));
  }

  @Test
  void thePolicyOfAnA3cHasTheProbabilitiesAndValuesOfItsNetworks() {
    ActorCriticDenseNetworkConfiguration shape =
        ActorCriticDenseNetworkConfiguration.builder().numLayers(2).numHiddenNodes(7).build();
    var built =
        new ActorCriticFactorySeparateStdDense(shape)
            .buildActorCritic(new int[] {4}, 3)
            .getNeuralNetworks();
    MultiLayerNetwork critic = Weights.seeded(built[0], 5);
    MultiLayerNetwork actor = Weights.seeded(built[1], 6);
    Actor policy =
        new ActorCriticPolicy(
                SEEN, Discrete.of(3), ActorCriticShape.of(SHAPE), Weights.of(actor, critic), null)
            .actor(1);
    float[] chances = new float[3];
    policy.act(OBSERVATION, new boolean[0], 1, new float[1]);
    policy.probabilities(chances);
    assertThat(chances).containsExactly(output(actor), within(TOLERANCE));
    float[] value = new float[1];
    policy.values(OBSERVATION, 1, value);
    assertThat(value).containsExactly(output(critic), within(TOLERANCE));
  }

  @Test
  void theSeedDrawsTheFirstWeights() {
    assertThat(Weights.of(valueNetwork(1)))
        .isEqualTo(Weights.of(valueNetwork(1)))
        .isNotEqualTo(Weights.of(valueNetwork(2)));
  }
}
