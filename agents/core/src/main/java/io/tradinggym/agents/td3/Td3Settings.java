package io.tradinggym.agents.td3;

import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.MlpOptions;
import io.tradinggym.agents.replay.OffPolicyBuilder;
import io.tradinggym.agents.replay.OffPolicySettings;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.ScheduleOption;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;

/**
 * Settings of {@link Td3}. Noise is counted in actions scaled to [-1, 1].
 *
 * @param experience how experience is collected and drawn from
 * @param network shape of actor and critics
 * @param options all settings by name
 */
public record Td3Settings(OffPolicySettings experience, Mlp network, Options options) {
  private static final Option<Schedule> LEARNING_RATE =
      ScheduleOption.positive(
          "learningRate", Schedule.constant(1e-3), "of Adam, for actor and critics");
  private static final Option<Double> EXPLORATION_NOISE =
      Option.number(
              "explorationNoise",
              0.1,
              "standard deviation of the noise on actions while collecting, actions scaled to"
                  + " [-1, 1]")
          .must(">= 0", noise -> noise >= 0);
  private static final Option<Double> TARGET_NOISE =
      Option.number(
              "targetNoise", 0.2, "standard deviation of the noise on the target policy's actions")
          .must(">= 0", noise -> noise >= 0);
  private static final Option<Double> NOISE_CLIP =
      Option.number("noiseClip", 0.5, "how far the noise on the target policy may go")
          .must("> 0", clip -> clip > 0);
  private static final Option<Integer> POLICY_DELAY =
      Option.integer("policyDelay", 2, "critic updates for one of the policy and of the targets")
          .must(">= 1", n -> n >= 1);

  private static final List<Option<?>> OWN =
      List.of(LEARNING_RATE, EXPLORATION_NOISE, TARGET_NOISE, NOISE_CLIP, POLICY_DELAY);

  Schedule learningRate() {
    return options.get(LEARNING_RATE);
  }

  double explorationNoise() {
    return options.get(EXPLORATION_NOISE);
  }

  double targetNoise() {
    return options.get(TARGET_NOISE);
  }

  double noiseClip() {
    return options.get(NOISE_CLIP);
  }

  int policyDelay() {
    return options.get(POLICY_DELAY);
  }

  double tau() {
    return options.get(OffPolicyBuilder.TAU);
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
     * Of Adam, for actor and critics, &gt; 0.
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
     * Standard deviation of the noise on actions, &gt;= 0.
     *
     * @param value &gt;= 0
     * @return this builder
     */
    public Builder explorationNoise(double value) {
      return set(EXPLORATION_NOISE, value);
    }

    /**
     * Standard deviation of the noise on the target policy's actions, &gt;= 0.
     *
     * @param value &gt;= 0
     * @return this builder
     */
    public Builder targetNoise(double value) {
      return set(TARGET_NOISE, value);
    }

    /**
     * How far the noise on the target policy may go, &gt; 0.
     *
     * @param value &gt; 0
     * @return this builder
     */
    public Builder noiseClip(double value) {
      return set(NOISE_CLIP, value);
    }

    /**
     * Critic updates for one of the policy, &gt;= 1.
     *
     * @param value &gt;= 1
     * @return this builder
     */
    public Builder policyDelay(int value) {
      return set(POLICY_DELAY, value);
    }

    /** {@return the algorithm with these settings} */
    public Td3 build() {
      Options all = settled();
      return new Td3(new Td3Settings(experience(all), MlpOptions.of(all), all));
    }
  }
}
