package io.tradinggym.agents.rl4j;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.api.Environment;
import java.util.Collections;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.rl4j.learning.async.a3c.discrete.A3CDiscreteDense;
import org.deeplearning4j.rl4j.learning.configuration.A3CLearningConfiguration;
import org.deeplearning4j.rl4j.learning.configuration.QLearningConfiguration;
import org.deeplearning4j.rl4j.learning.sync.qlearning.discrete.QLearningDiscreteDense;
import org.deeplearning4j.rl4j.network.ac.ActorCriticFactorySeparateStdDense;
import org.deeplearning4j.rl4j.network.ac.ActorCriticSeparate;
import org.deeplearning4j.rl4j.network.configuration.ActorCriticDenseNetworkConfiguration;
import org.deeplearning4j.rl4j.network.configuration.DQNDenseNetworkConfiguration;
import org.deeplearning4j.rl4j.network.dqn.DQN;
import org.deeplearning4j.rl4j.network.dqn.DQNFactoryStdDense;
import org.deeplearning4j.rl4j.space.Box;

/**
 * Runs RL4J's learners on our environments, from a seed. Everything about learning is RL4J's own, its settings
 * included; only the first weights are drawn from the run's seed, where RL4J gives every network the seed 123.
 *
 * <pre>{@code
 * Rl4jRun run = Rl4j.dqn(() -> Gym.make("CartPole-v1"), learning, network);
 * run.policy().save(Path.of("rl4j.policy"));
 * }</pre>
 */
@SuppressWarnings("deprecation") // RL4J deprecated its learners and offers no others
public final class Rl4j {
  private static final int LOOK_EVERY_MILLIS = 20;

  private Rl4j() {}

  /**
   * Trains a DQN until the episode in which it reaches {@code learning.getMaxStep()} steps; the same seed gives the
   * same result.
   *
   * @param env makes an environment with a Discrete action space
   * @param learning with a seed: without one, RL4J takes the clock
   */
  public static Rl4jRun dqn(
      Supplier<Environment> env,
      QLearningConfiguration learning,
      DQNDenseNetworkConfiguration network) {
    GymMdp mdp = new GymMdp(env, learning.getSeed());
    try {
      int inputs = mdp.getObservationSpace().getShape()[0];
      int choices = mdp.getActionSpace().getSize();
      DQN built = new DQNFactoryStdDense(network).buildDQN(new int[] {inputs}, choices);
      MultiLayerNetwork net = Weights.seeded(built.getNeuralNetworks()[0], learning.getSeed());
      new QLearningDiscreteDense<Box>(mdp, new DQN(net), learning).train();
      return new Rl4jRun(mdp.returns(), mdp.steps(), greedy(mdp.environment(), network, net));
    } finally {
      mdp.close();
    }
  }

  private static Policy greedy(
      Environment env, DQNDenseNetworkConfiguration network, MultiLayerNetwork net) {
    Mlp shape = shape(network.getNumLayers(), network.getNumHiddenNodes());
    return new QPolicy(PolicySpec.of(env.spec()), QShape.of(shape), Weights.of(net));
  }

  /**
   * Trains with A3C until {@code learning.getMaxStep()} steps. With one thread it is a synchronous actor-critic; with
   * more, threads race and no two runs are the same.
   *
   * @param env makes an environment with a Discrete action space, one for each thread and one more
   * @param learning with a seed: without one, RL4J takes the clock
   * @param network without LSTM
   */
  public static Rl4jRun a3c(
      Supplier<Environment> env,
      A3CLearningConfiguration learning,
      ActorCriticDenseNetworkConfiguration network) {
    if (network.isUseLSTM()) {
      throw new IllegalArgumentException(
          "useLSTM must be false: the policy would not be one of ours");
    }
    GymMdp mdp = new GymMdp(env, learning.getSeed());
    try {
      int inputs = mdp.getObservationSpace().getShape()[0];
      int choices = mdp.getActionSpace().getSize();
      ActorCriticSeparate<?> built =
          new ActorCriticFactorySeparateStdDense(network)
              .buildActorCritic(new int[] {inputs}, choices);
      MultiLayerNetwork critic = Weights.seeded(built.getNeuralNetworks()[0], learning.getSeed());
      MultiLayerNetwork actor = Weights.seeded(built.getNeuralNetworks()[1], ~learning.getSeed());
      A3CDiscreteDense<Box> a3c =
          new A3CDiscreteDense<>(mdp, new ActorCriticSeparate<>(critic, actor), learning);
      a3c.setProgressMonitorFrequency(LOOK_EVERY_MILLIS);
      a3c.train();
      float[] params = Weights.of(actor, critic);
      Mlp shape = shape(network.getNumLayers(), network.getNumHiddenNodes());
      Policy policy =
          new ActorCriticPolicy(
              PolicySpec.of(mdp.environment().spec()), ActorCriticShape.of(shape), params);
      return new Rl4jRun(mdp.returns(), mdp.steps(), policy);
    } finally {
      mdp.close();
    }
  }

  private static Mlp shape(int layers, int width) {
    return new Mlp(Collections.nCopies(layers, width), Activation.RELU);
  }
}
