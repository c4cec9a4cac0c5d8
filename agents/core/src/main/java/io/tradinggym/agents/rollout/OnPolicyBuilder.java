package io.tradinggym.agents.rollout;

import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.MlpOptions;
import io.tradinggym.agents.policy.ObservationEncoder;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.train.SettingsBuilder;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that PPO and A2C share: how experience is collected, and what actor and critic are built of.
 *
 * @param <B> the builder's own type
 */
public abstract class OnPolicyBuilder<B extends OnPolicyBuilder<B>> extends SettingsBuilder<B> {
  private static final Option<Integer> ROLLOUT_STEPS =
      Option.integer("rolloutSteps", 128, "steps per lane and iteration")
          .must(">= 1", steps -> steps >= 1);
  private static final Option<Double> LAMBDA =
      Option.number(
              "lambda",
              0.95,
              "of generalised advantage estimation; 1 = returns over all steps to come")
          .must("in [0, 1]", lambda -> lambda >= 0 && lambda <= 1);

  private static final Option<Double> GAMMA =
      Option.number("gamma", 0.99, "discount of rewards to come")
          .must("in (0, 1]", gamma -> gamma > 0 && gamma <= 1);
  private static final Option<Boolean> NORMALIZE_REWARDS =
      Option.flag(
          "normalizeRewards",
          false,
          "whether rewards are divided by the deviation of the discounted return");
  private static final Option<Memory> MEMORY =
      Option.group(
          "memory",
          Memory.class,
          null,
          "what the agent remembers within an episode, {kind: lstm or gru, width: 64, steps: 32}",
          List.of(Parts.KIND, Parts.WIDTH, Parts.STEPS),
          parts ->
              new Memory(parts.get(Parts.KIND), parts.get(Parts.WIDTH), parts.get(Parts.STEPS)));
  private static final Option<Boolean> ORTHOGONAL =
      Option.flag(
          "orthogonal",
          true,
          "whether initial weights are orthogonal, or normal with PyTorch's variance");

  private static final List<Option<?>> SHARED =
      List.of(
          ROLLOUT_STEPS,
          GAMMA,
          LAMBDA,
          ObservationEncoder.NORMALIZE,
          NORMALIZE_REWARDS,
          MlpOptions.HIDDEN,
          MlpOptions.ACTIVATION,
          MlpOptions.ENGINE,
          ORTHOGONAL,
          MEMORY,
          Gsde.OPTION);

  private static final class Parts {
    static final Option<Memory.Kind> KIND =
        Option.choice("kind", Memory.Kind.LSTM, "of recurrent layer");
    static final Option<Integer> WIDTH = Option.integer("width", 64, "values that it puts out");
    static final Option<Integer> STEPS =
        Option.integer("steps", Integer.MAX_VALUE, "steps that learning looks back at once");
  }

  /**
   * Starts from the defaults.
   *
   * @param own options of the algorithm
   */
  protected OnPolicyBuilder(List<Option<?>> own) {
    super(own, SHARED);
  }

  /**
   * Starts from the defaults, two of which are the algorithm's own.
   *
   * @param own options of the algorithm
   * @param rolloutSteps default of the steps per lane and iteration, &gt;= 1
   * @param lambda default of the lambda of generalised advantage estimation, in [0, 1]
   */
  protected OnPolicyBuilder(List<Option<?>> own, int rolloutSteps, double lambda) {
    super(
        own,
        Stream.concat(
                Stream.of(ROLLOUT_STEPS.byDefault(rolloutSteps), LAMBDA.byDefault(lambda)),
                SHARED.stream().filter(o -> !o.equals(ROLLOUT_STEPS) && !o.equals(LAMBDA)))
            .toList());
  }

  /**
   * Steps per lane and iteration, &gt;= 1.
   *
   * @param value &gt;= 1
   * @return this builder
   */
  public B rolloutSteps(int value) {
    return set(ROLLOUT_STEPS, value);
  }

  /**
   * Discount, in (0, 1].
   *
   * @param value in (0, 1]
   * @return this builder
   */
  public B gamma(double value) {
    return set(GAMMA, value);
  }

  /**
   * Of generalised advantage estimation, in [0, 1]; 1 = returns over all steps to come.
   *
   * @param value in [0, 1]
   * @return this builder
   */
  public B lambda(double value) {
    return set(LAMBDA, value);
  }

  /**
   * Whether observations are normalised by running mean and deviation, kept with the policy.
   *
   * @param value true for yes
   * @return this builder
   */
  public B normalizeObservations(boolean value) {
    return set(ObservationEncoder.NORMALIZE, value);
  }

  /**
   * Whether rewards are divided by the deviation of the discounted return.
   *
   * @param value true for yes
   * @return this builder
   */
  public B normalizeRewards(boolean value) {
    return set(NORMALIZE_REWARDS, value);
  }

  /**
   * Shape of actor and critic.
   *
   * @param value hidden layers and their activation
   * @return this builder
   */
  public B network(Mlp value) {
    set(MlpOptions.HIDDEN, value.hidden());
    set(MlpOptions.ACTIVATION, value.activation());
    return set(MlpOptions.ENGINE, value.engine());
  }

  /**
   * What the agent remembers within an episode; nothing, if it is not given one.
   *
   * @param value kind and width of the memory
   * @return this builder
   */
  public B memory(Memory value) {
    return set(MEMORY, value);
  }

  /**
   * Noise that depends on the state and stays for some steps, for continuous actions.
   *
   * @param value how wide the noise is and how long it stays
   * @return this builder
   */
  public B gsde(Gsde value) {
    return set(Gsde.OPTION, value);
  }

  /**
   * Whether initial weights are orthogonal (the customary choice), or normal with PyTorch's variance.
   *
   * @param value true for yes
   * @return this builder
   */
  public B orthogonal(boolean value) {
    return set(ORTHOGONAL, value);
  }

  /**
   * {@return how experience is collected under these options}
   *
   * @param options settings of the algorithm, all of them set
   */
  protected static RolloutSettings rollout(Options options) {
    return new RolloutSettings(
        options.get(ROLLOUT_STEPS),
        options.get(GAMMA),
        options.get(LAMBDA),
        options.get(ObservationEncoder.NORMALIZE),
        options.get(NORMALIZE_REWARDS),
        new ActorCriticShape(
            MlpOptions.of(options),
            options.find(MEMORY),
            options.find(Gsde.OPTION),
            options.get(ORTHOGONAL)));
  }
}
