package io.tradinggym.agents.dqn;

import io.tradinggym.agents.policy.MlpOptions;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.agents.policy.returns.CategoricalReturn;
import io.tradinggym.agents.policy.returns.MeanReturn;
import io.tradinggym.agents.policy.returns.QuantileReturn;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.replay.OffPolicyBuilder;
import io.tradinggym.agents.replay.OffPolicySettings;
import io.tradinggym.agents.train.AdamOptions;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.ScheduleOption;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;

/**
 * Settings of {@link Dqn}. The defaults suit tasks of some ten thousand steps and small networks: those of the paper
 * are for games of fifty million.
 *
 * @param experience how experience is collected and drawn from
 * @param shape of the network: hidden layers, dueling, mean or distribution of returns
 * @param options all settings by name
 */
public record DqnSettings(OffPolicySettings experience, QShape shape, Options options) {
  private static final Option<Schedule> LEARNING_RATE =
      ScheduleOption.positive("learningRate", Schedule.constant(5e-4), "of Adam");
  private static final Option<Schedule> EXPLORATION =
      ScheduleOption.atLeast0(
          "exploration", Schedule.ramp(1, 0.05, 0.2), "chance of a random action, in [0, 1]");
  private static final Option<Boolean> DOUBLE_Q =
      Option.flag(
          "doubleQ",
          true,
          "whether the online network chooses the action whose target value is taken");
  private static final Option<Boolean> DUELING =
      Option.flag(
          "dueling",
          false,
          "whether the network tells the value of a state from the advantages of actions");
  private static final Option<CategoricalReturn> CATEGORICAL =
      Option.group(
          "categorical",
          CategoricalReturn.class,
          null,
          "chances on evenly spaced returns (C51), {atoms: 51, low: -10, high: 10}",
          List.of(Parts.ATOMS, Parts.LOW, Parts.HIGH),
          parts ->
              new CategoricalReturn(
                  parts.get(Parts.ATOMS), parts.get(Parts.LOW), parts.get(Parts.HIGH)));
  private static final Option<Integer> QUANTILES =
      new Option<>(
          "quantiles",
          Integer.class,
          null,
          "so many quantiles of the return (QR-DQN), 200 in the paper",
          Option.integer("quantiles", 200, "")::parse);
  private static final Option<Long> TARGET_EVERY =
      Option.whole(
              "targetEvery",
              1_000,
              "environment steps, over all lanes, between two updates of the target network")
          .must(">= 1", n -> n >= 1);
  private static final Option<Double> MAX_GRADIENT_NORM =
      Option.number("maxGradientNorm", 10, "global norm that gradients are clipped to")
          .must("> 0", norm -> norm > 0);
  private static final List<Option<?>> OWN =
      List.of(
          OffPolicyBuilder.TRAIN_EVERY.byDefault(4),
          OffPolicyBuilder.BATCH.byDefault(64),
          LEARNING_RATE,
          EXPLORATION,
          DOUBLE_Q,
          DUELING,
          CATEGORICAL,
          QUANTILES,
          TARGET_EVERY,
          OffPolicyBuilder.TAU.byDefault(1.0),
          MAX_GRADIENT_NORM,
          AdamOptions.WEIGHT_DECAY,
          MlpOptions.HIDDEN.byDefault(List.of(64, 64)));

  private static final class Parts {
    static final Option<Integer> ATOMS = Option.integer("atoms", 51, "how many, >= 2");
    static final Option<Double> LOW = Option.number("low", -10, "smallest return");
    static final Option<Double> HIGH = Option.number("high", 10, "largest return");
  }

  Schedule learningRate() {
    return options.get(LEARNING_RATE);
  }

  Schedule exploration() {
    return options.get(EXPLORATION);
  }

  boolean doubleQ() {
    return options.get(DOUBLE_Q);
  }

  long targetEvery() {
    return options.get(TARGET_EVERY);
  }

  double tau() {
    return options.get(OffPolicyBuilder.TAU);
  }

  double maxGradientNorm() {
    return options.get(MAX_GRADIENT_NORM);
  }

  double weightDecay() {
    return options.get(AdamOptions.WEIGHT_DECAY);
  }

  double adamEpsilon() {
    return options.get(OffPolicyBuilder.ADAM_EPSILON);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder extends OffPolicyBuilder<Builder> {
    Builder() {
      super(OWN);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Of Adam, &gt; 0.
     *
     * @param value &gt; 0 throughout
     * @return this builder
     */
    public Builder learningRate(Schedule value) {
      return set(LEARNING_RATE, value);
    }

    /**
     * Of Adam, the same all the time, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder learningRate(double value) {
      return learningRate(Schedule.constant(value));
    }

    /**
     * Chance of a random action, in [0, 1].
     *
     * @param value in [0, 1] throughout
     * @return this builder
     */
    public Builder exploration(Schedule value) {
      return set(EXPLORATION, value);
    }

    /**
     * The same chance of a random action all the time, in [0, 1].
     *
     * @param value in [0, 1]
     * @return this builder
     */
    public Builder exploration(double value) {
      return exploration(Schedule.constant(value));
    }

    /**
     * Whether the online network chooses the action whose target value is taken.
     *
     * @param value true for yes
     * @return this builder
     */
    public Builder doubleQ(boolean value) {
      return set(DOUBLE_Q, value);
    }

    /**
     * Whether the network tells the value of a state from the advantages of actions.
     *
     * @param value true for yes
     * @return this builder
     */
    public Builder dueling(boolean value) {
      return set(DUELING, value);
    }

    /**
     * What the network says of an action's return: {@link ReturnLaw#expectation}, or a distribution (C51, QR-DQN).
     *
     * @param value the mean alone, or a distribution
     * @return this builder
     */
    public Builder returns(ReturnLaw value) {
      unset(CATEGORICAL);
      unset(QUANTILES);
      return switch (value) {
        case CategoricalReturn categorical -> set(CATEGORICAL, categorical);
        case QuantileReturn quantiles -> set(QUANTILES, quantiles.atoms());
        case MeanReturn mean -> this;
      };
    }

    /**
     * Environment steps, over all lanes, between two updates of the target network, &gt;= 1.
     *
     * @param value &gt;= 1
     * @return this builder
     */
    public Builder targetEvery(long value) {
      return set(TARGET_EVERY, value);
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
     * Part of each weight that a step takes, times the learning rate (AdamW), &gt;= 0; 0 = none. Forgets what only
     * noise taught.
     *
     * @param value &gt;= 0
     * @return this builder
     * @see AdamOptions#WEIGHT_DECAY
     */
    public Builder weightDecay(double value) {
      return set(AdamOptions.WEIGHT_DECAY, value);
    }

    /**
     * {@return the algorithm with these settings}
     *
     * @throws IllegalArgumentException if settings do not go together
     */
    public Dqn build() {
      Options all = settled();
      QShape shape = new QShape(MlpOptions.of(all), all.get(DUELING), returns(all));
      return new Dqn(new DqnSettings(experience(all), shape, all));
    }

    private static ReturnLaw returns(Options all) {
      CategoricalReturn categorical = all.find(CATEGORICAL);
      Integer quantiles = all.find(QUANTILES);
      if (categorical != null && quantiles != null) {
        throw new IllegalArgumentException("give either categorical or quantiles, not both");
      }
      if (categorical != null) {
        return categorical;
      }
      return quantiles != null ? ReturnLaw.quantiles(quantiles) : ReturnLaw.expectation();
    }
  }
}
