package io.tradinggym.agents.sac;

import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.MlpOptions;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.replay.OffPolicyBuilder;
import io.tradinggym.agents.replay.OffPolicySettings;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.ScheduleOption;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link Sac} and {@link DiscreteSac}.
 *
 * @param experience how experience is collected and drawn from
 * @param network shape of actor and critics
 * @param options all settings by name
 */
public record SacSettings(OffPolicySettings experience, Mlp network, Options options) {
  private static final Option<Schedule> LEARNING_RATE =
      ScheduleOption.positive(
          "learningRate", Schedule.constant(3e-4), "of Adam, for actor, critics and temperature");
  private static final Option<Double> TEMPERATURE =
      Option.number("temperature", 1, "what a nat of entropy is worth at first")
          .must("> 0 and finite", t -> t > 0 && Double.isFinite(t));
  private static final Option<Boolean> LEARN_TEMPERATURE =
      Option.flag(
          "learnTemperature", true, "whether it is learned, so that the entropy meets its target");
  private static final Option<Double> TARGET_ENTROPY =
      Option.number(
              "targetEntropy",
              -1,
              "what SAC aims at: entropy in nats per value of an action, of actions scaled to"
                  + " (-1, 1)")
          .must("finite", Double::isFinite);
  private static final Option<Double> ENTROPY_SHARE =
      Option.number(
              "entropyShare",
              0.3,
              "what discrete SAC aims at: this share of the entropy of choosing evenly among what"
                  + " is allowed")
          .must("in [0, 1]", share -> share >= 0 && share <= 1);

  private static final List<Option<?>> OWN =
      List.of(
          LEARNING_RATE,
          TEMPERATURE,
          LEARN_TEMPERATURE,
          TARGET_ENTROPY,
          ENTROPY_SHARE,
          Gsde.OPTION);

  Schedule learningRate() {
    return options.get(LEARNING_RATE);
  }

  double temperature() {
    return options.get(TEMPERATURE);
  }

  boolean learnTemperature() {
    return options.get(LEARN_TEMPERATURE);
  }

  double targetEntropy() {
    return options.get(TARGET_ENTROPY);
  }

  double entropyShare() {
    return options.get(ENTROPY_SHARE);
  }

  double tau() {
    return options.get(OffPolicyBuilder.TAU);
  }

  double adamEpsilon() {
    return options.get(OffPolicyBuilder.ADAM_EPSILON);
  }

  @Nullable Gsde gsde() {
    return options.find(Gsde.OPTION);
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
     * Of Adam, for actor, critics and temperature, &gt; 0.
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
     * What a nat of entropy is worth at first, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder temperature(double value) {
      return set(TEMPERATURE, value);
    }

    /**
     * Whether the temperature is learned, so that the entropy meets its target.
     *
     * @param value true for yes
     * @return this builder
     */
    public Builder learnTemperature(boolean value) {
      return set(LEARN_TEMPERATURE, value);
    }

    /**
     * The entropy aimed at, nats per value of an action.
     *
     * @param value customarily -1
     * @return this builder
     */
    public Builder targetEntropy(double value) {
      return set(TARGET_ENTROPY, value);
    }

    /**
     * Share of the largest entropy that discrete SAC aims at, in [0, 1].
     *
     * @param value in [0, 1]
     * @return this builder
     */
    public Builder entropyShare(double value) {
      return set(ENTROPY_SHARE, value);
    }

    /**
     * Noise that depends on the state and stays for some steps, for continuous actions.
     *
     * @param value how wide the noise is and how long it stays
     * @return this builder
     */
    public Builder gsde(Gsde value) {
      return set(Gsde.OPTION, value);
    }

    /** {@return the algorithm with these settings, for continuous actions} */
    public Sac build() {
      return new Sac(settings());
    }

    /** {@return the algorithm with these settings, for discrete actions} */
    public DiscreteSac buildDiscrete() {
      return new DiscreteSac(settings());
    }

    private SacSettings settings() {
      Options all = settled();
      return new SacSettings(experience(all), MlpOptions.of(all), all);
    }
  }
}
