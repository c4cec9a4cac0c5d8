package io.tradinggym.agents.replay;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.MlpOptions;
import io.tradinggym.agents.policy.ObservationEncoder;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.ScheduleOption;
import io.tradinggym.agents.train.SettingsBuilder;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.Arrays;
import java.util.List;

/**
 * The settings that DQN, SAC and TD3 share: how experience is collected, kept and drawn from.
 *
 * @param <B> the builder's own type
 */
public abstract class OffPolicyBuilder<B extends OffPolicyBuilder<B>> extends SettingsBuilder<B> {
  /** Steps per lane and iteration. */
  public static final Option<Integer> TRAIN_EVERY =
      Option.integer("trainEvery", 1, "steps per lane and iteration").must(">= 1", n -> n >= 1);

  /** Transitions in a sample. */
  public static final Option<Integer> BATCH =
      Option.integer("batch", 256, "transitions in a sample").must(">= 1", n -> n >= 1);

  /** How far the targets move. */
  public static final Option<Double> TAU =
      Option.number("tau", 0.005, "how far target networks move towards the online ones")
          .must("in (0, 1]", tau -> tau > 0 && tau <= 1);

  private static final Option<Integer> CAPACITY =
      Option.integer(
              "capacity",
              1_000_000,
              "steps that the replay holds, over all lanes; an episode takes one more than its"
                  + " steps")
          .must(">= 3", n -> n >= 3);
  private static final Option<Long> MEMORY =
      Option.whole(
              "memory",
              OffPolicySettings.DEFAULT_MEMORY,
              "bytes of observations, and of actions, above which they lie in a temporary file,"
                  + " mapped into memory")
          .must(">= 0", n -> n >= 0)
          .withoutEffect();
  private static final Option<Long> LEARNING_STARTS =
      Option.whole(
              "learningStarts",
              100,
              "environment steps, over all lanes, with random actions before anything is learned")
          .must(">= 0", n -> n >= 0);
  private static final Option<Integer> GRADIENT_STEPS =
      Option.integer(
              "gradientSteps",
              0,
              "samples learned from in each iteration; 0 = as many as there are lanes, so that what"
                  + " is learned from a step does not depend on them")
          .must(">= 0", n -> n >= 0);
  private static final Option<Double> GAMMA =
      Option.number("gamma", 0.99, "discount of rewards to come")
          .must("in (0, 1]", gamma -> gamma > 0 && gamma <= 1);
  private static final Option<Integer> N_STEP =
      Option.integer(
              "nStep", 1, "rewards that a target takes from experience before it trusts the critic")
          .must(">= 1", n -> n >= 1);
  private static final Option<Boolean> PRIORITIZED =
      Option.flag("prioritized", false, "whether draws favour what surprised most");
  private static final Option<Prioritization> PRIORITIES =
      Option.group(
          "priorities",
          Prioritization.class,
          null,
          "how prioritized draws favour it, {alpha: 0.6, beta: 0.4 .. 1, epsilon: 1e-6}",
          List.of(Parts.ALPHA, Parts.BETA, Parts.EPSILON),
          parts ->
              new Prioritization(
                  parts.get(Parts.ALPHA), parts.get(Parts.BETA), parts.get(Parts.EPSILON)));

  private static final Option<Boolean> SIMILAR =
      Option.flag(
          "similar", false, "whether draws favour what was seen when the market looked as now");
  private static final Option<Similarity> SIMILARITY =
      Option.group(
          "similarity",
          Similarity.class,
          null,
          "how similar draws find it, {fields: all, smoothing: 10, neighbours: 150, recent: 100,"
              + " judged: 15, share: 1, gate: better}",
          List.of(
              Parts.FIELDS,
              Parts.SMOOTHING,
              Parts.NEIGHBOURS,
              Parts.RECENT,
              Parts.JUDGED,
              Parts.SHARE,
              Parts.GATE),
          parts ->
              new Similarity(
                  parts.get(Parts.FIELDS),
                  parts.get(Parts.SMOOTHING),
                  parts.get(Parts.NEIGHBOURS),
                  parts.get(Parts.RECENT),
                  parts.get(Parts.JUDGED),
                  parts.get(Parts.SHARE),
                  parts.get(Parts.GATE)));

  /** Epsilon of Adam. */
  public static final Option<Double> ADAM_EPSILON =
      Option.number("adamEpsilon", 1e-8, "epsilon of Adam").must("> 0", e -> e > 0);

  private static final List<Option<?>> SHARED =
      List.of(
          CAPACITY,
          MEMORY,
          LEARNING_STARTS,
          TRAIN_EVERY,
          GRADIENT_STEPS,
          BATCH,
          GAMMA,
          N_STEP,
          PRIORITIZED,
          PRIORITIES,
          SIMILAR,
          SIMILARITY,
          ObservationEncoder.NORMALIZE,
          TAU,
          ADAM_EPSILON,
          MlpOptions.HIDDEN.byDefault(List.of(256, 256)),
          MlpOptions.ACTIVATION.byDefault(Activation.RELU),
          MlpOptions.ENGINE);

  private static final class Parts {
    static final Option<Double> ALPHA =
        Option.number("alpha", Prioritization.DEFAULT.alpha(), "how much priorities matter");
    static final Option<Schedule> BETA =
        ScheduleOption.atLeast0(
            "beta", Prioritization.DEFAULT.beta(), "how far the bias is corrected");
    static final Option<Double> EPSILON =
        Option.number("epsilon", Prioritization.DEFAULT.epsilon(), "added to each error");
    static final Option<List<String>> FIELDS =
        new Option<>(
            "fields",
            listOfNames(),
            Similarity.DEFAULT.fields(),
            "names of observation fields that make the fingerprint, spaces between them",
            Parts::names);
    static final Option<Integer> SMOOTHING =
        Option.integer("smoothing", Similarity.DEFAULT.smoothing(), "steps they are averaged over");
    static final Option<Integer> NEIGHBOURS =
        Option.integer("neighbours", Similarity.DEFAULT.neighbours(), "nearest transitions");
    static final Option<Integer> RECENT =
        Option.integer("recent", Similarity.DEFAULT.recent(), "newest transitions");
    static final Option<Integer> JUDGED =
        Option.integer("judged", Similarity.DEFAULT.judged(), "steps that both are compared over");
    static final Option<Double> SHARE =
        Option.number("share", Similarity.DEFAULT.share(), "part of a sample that is drawn so");
    static final Option<Similarity.Gate> GATE =
        Option.choice("gate", Similarity.DEFAULT.gate(), "when memory is drawn from");

    @SuppressWarnings({"unchecked", "rawtypes"}) // Lists have no class of their own by element.
    private static Class<List<String>> listOfNames() {
      return (Class<List<String>>) (Class) List.class;
    }

    private static List<String> names(String text) {
      return Arrays.stream(text.strip().replaceAll("^\\[|]$", "").split("[,\\s]+", -1))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .toList();
    }
  }

  /**
   * Starts from the defaults.
   *
   * @param own options of the algorithm, which go before shared ones of the same name
   */
  protected OffPolicyBuilder(List<Option<?>> own) {
    super(own, SHARED);
  }

  /**
   * Steps that the replay holds, over all lanes, &gt;= 3.
   *
   * @param value &gt;= 3
   * @return this builder
   */
  public B capacity(int value) {
    return set(CAPACITY, value);
  }

  /**
   * Bytes of observations above which they lie in a temporary file, mapped into memory, &gt;= 0.
   *
   * @param value &gt;= 0
   * @return this builder
   */
  public B memory(long value) {
    return set(MEMORY, value);
  }

  /**
   * Environment steps with random actions before anything is learned, &gt;= 0.
   *
   * @param value &gt;= 0
   * @return this builder
   */
  public B learningStarts(long value) {
    return set(LEARNING_STARTS, value);
  }

  /**
   * Steps per lane and iteration, &gt;= 1.
   *
   * @param value &gt;= 1
   * @return this builder
   */
  public B trainEvery(int value) {
    return set(TRAIN_EVERY, value);
  }

  /**
   * Samples learned from in each iteration, &gt;= 0; 0 = as many as there are lanes.
   *
   * @param value &gt;= 0
   * @return this builder
   */
  public B gradientSteps(int value) {
    return set(GRADIENT_STEPS, value);
  }

  /**
   * Transitions in a sample, &gt;= 1.
   *
   * @param value &gt;= 1
   * @return this builder
   */
  public B batch(int value) {
    return set(BATCH, value);
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
   * Rewards that a target takes from experience before it trusts the critic, &gt;= 1.
   *
   * @param value &gt;= 1
   * @return this builder
   */
  public B nStep(int value) {
    return set(N_STEP, value);
  }

  /**
   * Draws what surprised most more often; uniform if never called.
   *
   * @param value how strongly, and how the bias is corrected
   * @return this builder
   */
  public B prioritization(Prioritization value) {
    set(PRIORITIES, value);
    return set(PRIORITIZED, true);
  }

  /**
   * Draws what was seen when the market looked as it does now; uniform if never called. Not together with {@link
   * #prioritization}.
   *
   * @param value what likeness is, and when it is trusted
   * @return this builder
   */
  public B similarity(Similarity value) {
    set(SIMILARITY, value);
    return set(SIMILAR, true);
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
   * How far target networks move towards the online ones, in (0, 1].
   *
   * @param value in (0, 1]
   * @return this builder
   */
  public B tau(double value) {
    return set(TAU, value);
  }

  /**
   * Epsilon of Adam, &gt; 0.
   *
   * @param value &gt; 0
   * @return this builder
   */
  public B adamEpsilon(double value) {
    return set(ADAM_EPSILON, value);
  }

  /**
   * Shape of the networks.
   *
   * @param value hidden layers and their activation
   * @return this builder
   */
  public B network(Mlp value) {
    set(MlpOptions.HIDDEN, value.hidden());
    set(MlpOptions.ACTIVATION, value.activation());
    return set(MlpOptions.ENGINE, value.engine());
  }

  /** {@return all settings, with what prioritized and similar draws have by default} */
  protected final Options settled() {
    Options values = values();
    if (values.get(PRIORITIZED) && values.find(PRIORITIES) == null) {
      values = values.set(PRIORITIES, Prioritization.DEFAULT);
    }
    return values.get(SIMILAR) && values.find(SIMILARITY) == null
        ? values.set(SIMILARITY, Similarity.DEFAULT)
        : values;
  }

  /**
   * {@return how experience is collected and drawn from under these options}
   *
   * @param options settings of the algorithm, all of them set
   * @throws IllegalArgumentException if draws are both prioritized and similar, or a setting is out of its range
   */
  protected static OffPolicySettings experience(Options options) {
    if (options.get(PRIORITIZED) && options.get(SIMILAR)) {
      throw new IllegalArgumentException("draws are prioritized or similar, not both");
    }
    return new OffPolicySettings(
        options.get(CAPACITY),
        options.get(MEMORY),
        options.get(LEARNING_STARTS),
        options.get(TRAIN_EVERY),
        options.get(GRADIENT_STEPS),
        options.get(BATCH),
        options.get(GAMMA),
        options.get(N_STEP),
        options.get(PRIORITIZED)
            ? options.find(PRIORITIES)
            : options.get(SIMILAR) ? options.find(SIMILARITY) : null,
        options.get(ObservationEncoder.NORMALIZE));
  }
}
