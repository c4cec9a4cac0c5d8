package io.tradinggym.agents.ppo;

import io.tradinggym.agents.rollout.OnPolicyBuilder;
import io.tradinggym.agents.rollout.RolloutSettings;
import io.tradinggym.agents.train.AdamOptions;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.ScheduleOption;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;

/**
 * Settings of {@link Ppo}.
 *
 * @param rollout how experience is collected
 * @param options all settings by name
 */
public record PpoSettings(RolloutSettings rollout, Options options) {
  private static final Option<Integer> MINIBATCH =
      Option.integer("minibatch", 256, "rows of a gradient step").must(">= 1", n -> n >= 1);
  private static final Option<Integer> EPOCHS =
      Option.integer("epochs", 4, "passes over the rollout").must(">= 1", n -> n >= 1);
  private static final Option<Schedule> LEARNING_RATE =
      ScheduleOption.positive("learningRate", Schedule.linear(3e-4), "of Adam");
  private static final Option<Schedule> CLIP =
      ScheduleOption.positive(
          "clip",
          Schedule.constant(0.2),
          "how far the ratio of new to old probability may move from 1 before it stops paying");
  private static final Option<Double> VALUE_CLIP =
      Option.number(
              "valueClip",
              Double.POSITIVE_INFINITY,
              "how far a value may move from the old one, in the same way; infinity = not clipped")
          .must("> 0", clip -> clip > 0);
  private static final Option<Schedule> ENTROPY =
      ScheduleOption.atLeast0("entropy", Schedule.constant(0), "coefficient of the entropy bonus");
  private static final Option<Double> VALUE_COEFFICIENT =
      Option.number("valueCoefficient", 0.5, "weight of the critic's loss")
          .must(">= 0", weight -> weight >= 0);
  private static final Option<Double> MAX_GRADIENT_NORM =
      Option.number("maxGradientNorm", 0.5, "global norm that gradients are clipped to")
          .must("> 0", norm -> norm > 0);
  private static final Option<Double> TARGET_KL =
      Option.number(
              "targetKl",
              Double.POSITIVE_INFINITY,
              "epochs stop once the approximate KL divergence exceeds 1.5 times this; infinity ="
                  + " never")
          .must("> 0", kl -> kl > 0);
  private static final Option<Boolean> NORMALIZE_ADVANTAGES =
      Option.flag(
          "normalizeAdvantages",
          true,
          "whether advantages are normalised per minibatch, to zero mean and unit deviation");
  private static final Option<Double> ADAM_EPSILON =
      Option.number("adamEpsilon", 1e-5, "epsilon of Adam").must("> 0", e -> e > 0);

  private static final List<Option<?>> OWN =
      List.of(
          MINIBATCH,
          EPOCHS,
          LEARNING_RATE,
          CLIP,
          VALUE_CLIP,
          ENTROPY,
          VALUE_COEFFICIENT,
          MAX_GRADIENT_NORM,
          TARGET_KL,
          NORMALIZE_ADVANTAGES,
          ADAM_EPSILON,
          AdamOptions.WEIGHT_DECAY);

  int minibatch() {
    return options.get(MINIBATCH);
  }

  int epochs() {
    return options.get(EPOCHS);
  }

  Schedule learningRate() {
    return options.get(LEARNING_RATE);
  }

  Schedule clip() {
    return options.get(CLIP);
  }

  double valueClip() {
    return options.get(VALUE_CLIP);
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

  double targetKl() {
    return options.get(TARGET_KL);
  }

  boolean normalizeAdvantages() {
    return options.get(NORMALIZE_ADVANTAGES);
  }

  double adamEpsilon() {
    return options.get(ADAM_EPSILON);
  }

  double weightDecay() {
    return options.get(AdamOptions.WEIGHT_DECAY);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder extends OnPolicyBuilder<Builder> {
    Builder() {
      super(OWN);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Rows of a gradient step, &gt;= 1.
     *
     * @param value &gt;= 1
     * @return this builder
     */
    public Builder minibatch(int value) {
      return set(MINIBATCH, value);
    }

    /**
     * Passes over the rollout, &gt;= 1.
     *
     * @param value &gt;= 1
     * @return this builder
     */
    public Builder epochs(int value) {
      return set(EPOCHS, value);
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
     * How far the ratio of new to old probability may move from 1 before it stops paying, &gt; 0.
     *
     * @param value &gt; 0 throughout
     * @return this builder
     */
    public Builder clip(Schedule value) {
      return set(CLIP, value);
    }

    /**
     * The same clip range all the time, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder clip(double value) {
      return clip(Schedule.constant(value));
    }

    /**
     * Clip range of the value, &gt; 0; infinite = not clipped.
     *
     * @param value &gt; 0; infinite = not clipped
     * @return this builder
     */
    public Builder valueClip(double value) {
      return set(VALUE_CLIP, value);
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
     * Weight of the critic's loss, &gt;= 0.
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
     * Epochs stop beyond 1.5 times this approximate KL divergence, &gt; 0; infinite = never.
     *
     * @param value &gt; 0; infinite = never
     * @return this builder
     */
    public Builder targetKl(double value) {
      return set(TARGET_KL, value);
    }

    /**
     * Whether advantages are normalised per minibatch.
     *
     * @param value true for yes
     * @return this builder
     */
    public Builder normalizeAdvantages(boolean value) {
      return set(NORMALIZE_ADVANTAGES, value);
    }

    /**
     * Epsilon of Adam, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder adamEpsilon(double value) {
      return set(ADAM_EPSILON, value);
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
    public Ppo build() {
      Options all = values();
      return new Ppo(new PpoSettings(rollout(all), all));
    }
  }
}
