package io.tradinggym.agents.a2c;

import io.tradinggym.agents.nn.optimizer.OptimizerKind;
import io.tradinggym.agents.rollout.OnPolicyBuilder;
import io.tradinggym.agents.rollout.RolloutSettings;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.ScheduleOption;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;

/**
 * Settings of {@link A2c}.
 *
 * @param rollout how experience is collected
 * @param options all settings by name
 */
public record A2cSettings(RolloutSettings rollout, Options options) {
  private static final Option<Schedule> LEARNING_RATE =
      ScheduleOption.positive("learningRate", Schedule.constant(7e-4), "of the optimiser");
  private static final Option<Schedule> ENTROPY =
      ScheduleOption.atLeast0("entropy", Schedule.constant(0), "coefficient of the entropy bonus");
  private static final Option<Double> VALUE_COEFFICIENT =
      Option.number(
              "valueCoefficient",
              1,
              "weight of the critic's half squared error; 1 is what libraries without the half call"
                  + " 0.5")
          .must(">= 0", weight -> weight >= 0);
  private static final Option<Double> MAX_GRADIENT_NORM =
      Option.number("maxGradientNorm", 0.5, "global norm that gradients are clipped to")
          .must("> 0", norm -> norm > 0);
  private static final Option<Boolean> NORMALIZE_ADVANTAGES =
      Option.flag(
          "normalizeAdvantages",
          false,
          "whether advantages are normalised over the rollout, to zero mean and unit deviation");
  private static final Option<OptimizerKind> OPTIMIZER =
      Option.choice(
          "optimizer",
          OptimizerKind.RMSPROP_TENSORFLOW,
          "RMSProp in TensorFlow's form, with which A2C was tuned, or another");
  private static final Option<Double> OPTIMIZER_EPSILON =
      Option.number("optimizerEpsilon", 1e-5, "epsilon of the optimiser").must("> 0", e -> e > 0);

  private static final List<Option<?>> OWN =
      List.of(
          LEARNING_RATE,
          ENTROPY,
          VALUE_COEFFICIENT,
          MAX_GRADIENT_NORM,
          NORMALIZE_ADVANTAGES,
          OPTIMIZER,
          OPTIMIZER_EPSILON);

  Schedule learningRate() {
    return options.get(LEARNING_RATE);
  }

  Schedule entropy() {
    return options.get(ENTROPY);
  }

  double valueCoefficient() {
    return options.get(VALUE_COEFFICIENT);
  }

  double maxGradientNorm() {
    return options.get(MAX_GRADIENT_NORM);
  }

  boolean normalizeAdvantages() {
    return options.get(NORMALIZE_ADVANTAGES);
  }

  OptimizerKind optimizer() {
    return options.get(OPTIMIZER);
  }

  double optimizerEpsilon() {
    return options.get(OPTIMIZER_EPSILON);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder extends OnPolicyBuilder<Builder> {
    private static final int ROLLOUT = 5;

    Builder() {
      super(OWN, ROLLOUT, 1);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Of the optimiser, &gt; 0.
     *
     * @param value &gt; 0 throughout
     * @return this builder
     */
    public Builder learningRate(Schedule value) {
      return set(LEARNING_RATE, value);
    }

    /**
     * Of the optimiser, the same all the time, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder learningRate(double value) {
      return learningRate(Schedule.constant(value));
    }

    /**
     * Coefficient of the entropy bonus, &gt;= 0.
     *
     * @param value &gt;= 0 throughout
     * @return this builder
     */
    public Builder entropy(Schedule value) {
      return set(ENTROPY, value);
    }

    /**
     * The same coefficient of the entropy bonus all the time, &gt;= 0.
     *
     * @param value &gt;= 0
     * @return this builder
     */
    public Builder entropy(double value) {
      return entropy(Schedule.constant(value));
    }

    /**
     * Weight of the critic's half squared error, &gt;= 0.
     *
     * @param value &gt;= 0
     * @return this builder
     */
    public Builder valueCoefficient(double value) {
      return set(VALUE_COEFFICIENT, value);
    }

    /**
     * Global norm that gradients are clipped to, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder maxGradientNorm(double value) {
      return set(MAX_GRADIENT_NORM, value);
    }

    /**
     * Whether advantages are normalised over the rollout.
     *
     * @param value true for yes
     * @return this builder
     */
    public Builder normalizeAdvantages(boolean value) {
      return set(NORMALIZE_ADVANTAGES, value);
    }

    /**
     * RMSProp in TensorFlow's form, with which A2C was tuned, or another.
     *
     * @param value the kind
     * @return this builder
     */
    public Builder optimizer(OptimizerKind value) {
      return set(OPTIMIZER, value);
    }

    /**
     * Epsilon of the optimiser, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder optimizerEpsilon(double value) {
      return set(OPTIMIZER_EPSILON, value);
    }

    /**
     * {@return the algorithm with these settings}
     *
     * @throws IllegalArgumentException if settings do not go together
     */
    public A2c build() {
      Options all = values();
      return new A2c(new A2cSettings(rollout(all), all));
    }
  }
}
