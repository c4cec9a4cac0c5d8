package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Gsde;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.OffPolicySettings;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Require;
import io.tradinggym.agents.train.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link Sac} and {@link DiscreteSac}.
 *
 * @param experience how experience is collected and drawn from
 * @param learningRate of Adam, for actor, critics and temperature
 * @param temperature what a nat of entropy is worth at first, &gt; 0
 * @param learnTemperature whether it is learned, so that the entropy meets its target
 * @param targetEntropy what {@link Sac} aims at: entropy in nats per value of an action, of actions scaled to (-1, 1)
 * @param entropyShare what {@link DiscreteSac} aims at: this share of the entropy of choosing evenly among what is
 *     allowed, in [0, 1]
 * @param tau how far the target critics move towards the critics after every sample, in (0, 1]
 * @param adamEpsilon of Adam, &gt; 0
 * @param network shape of actor and critics
 * @param gsde noise that depends on the state and stays for some steps, for continuous actions; null for independent
 *     noise
 */
public record SacSettings(
    OffPolicySettings experience,
    Schedule learningRate,
    double temperature,
    boolean learnTemperature,
    double targetEntropy,
    double entropyShare,
    double tau,
    double adamEpsilon,
    Mlp network,
    @Nullable Gsde gsde) {

  /** Checks the ranges. */
  public SacSettings {
    Require.positive("learningRate", learningRate);
    Require.that(
        temperature > 0 && Double.isFinite(temperature),
        "temperature must be > 0 and finite",
        temperature);
    Require.that(Double.isFinite(targetEntropy), "targetEntropy must be finite", targetEntropy);
    Require.that(
        entropyShare >= 0 && entropyShare <= 1, "entropyShare must be in [0, 1]", entropyShare);
    Require.that(tau > 0 && tau <= 1, "tau must be in (0, 1]", tau);
    Require.that(adamEpsilon > 0, "adamEpsilon must be > 0", adamEpsilon);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder {
    private int capacity = 1_000_000;
    private long memory = OffPolicySettings.DEFAULT_MEMORY;
    private long learningStarts = 100;
    private int trainEvery = 1;
    private int gradientSteps = 1;
    private int batch = 256;
    private double gamma = 0.99;
    private int nStep = 1;
    private @Nullable Prioritization prioritization;
    private Schedule learningRate = Schedule.constant(3e-4);
    private double temperature = 1;
    private boolean learnTemperature = true;
    private double targetEntropy = -1;
    private double entropyShare = 0.3;
    private double tau = 0.005;
    private double adamEpsilon = 1e-8;
    private Mlp network = new Mlp(List.of(256, 256), Activation.RELU);
    private @Nullable Gsde gsde;

    Builder() {}

    /** Steps that the replay holds. */
    public Builder capacity(int value) {
      capacity = value;
      return this;
    }

    /** Bytes of observations above which they lie in a temporary file, mapped into memory. */
    public Builder memory(long value) {
      memory = value;
      return this;
    }

    /** Environment steps with random actions before anything is learned. */
    public Builder learningStarts(long value) {
      learningStarts = value;
      return this;
    }

    /** Steps per lane and iteration. */
    public Builder trainEvery(int value) {
      trainEvery = value;
      return this;
    }

    /** Samples learned from in each iteration. */
    public Builder gradientSteps(int value) {
      gradientSteps = value;
      return this;
    }

    /** Transitions in a sample. */
    public Builder batch(int value) {
      batch = value;
      return this;
    }

    /** Discount. */
    public Builder gamma(double value) {
      gamma = value;
      return this;
    }

    /** Rewards that a target takes from experience. */
    public Builder nStep(int value) {
      nStep = value;
      return this;
    }

    /** Draws what surprised most more often; uniform if never called. */
    public Builder prioritization(Prioritization value) {
      prioritization = value;
      return this;
    }

    /** Of Adam, for actor, critics and temperature. */
    public Builder learningRate(Schedule value) {
      learningRate = value;
      return this;
    }

    /** What a nat of entropy is worth at first. */
    public Builder temperature(double value) {
      temperature = value;
      return this;
    }

    /** Whether the temperature is learned, so that the entropy meets its target. */
    public Builder learnTemperature(boolean value) {
      learnTemperature = value;
      return this;
    }

    /** The entropy aimed at, nats per value of an action. */
    public Builder targetEntropy(double value) {
      targetEntropy = value;
      return this;
    }

    /** Share of the largest entropy that discrete SAC aims at. */
    public Builder entropyShare(double value) {
      entropyShare = value;
      return this;
    }

    /** How far the target critics move towards the critics after every sample. */
    public Builder tau(double value) {
      tau = value;
      return this;
    }

    /** Of Adam. */
    public Builder adamEpsilon(double value) {
      adamEpsilon = value;
      return this;
    }

    /** Shape of actor and critics. */
    public Builder network(Mlp value) {
      network = value;
      return this;
    }

    /** Noise that depends on the state and stays for some steps, for continuous actions. */
    public Builder gsde(Gsde value) {
      gsde = value;
      return this;
    }

    /** The algorithm with these settings, for continuous actions. */
    public Sac build() {
      return new Sac(settings());
    }

    /** The algorithm with these settings, for discrete actions. */
    public DiscreteSac buildDiscrete() {
      return new DiscreteSac(settings());
    }

    private SacSettings settings() {
      return new SacSettings(
          new OffPolicySettings(
              capacity,
              memory,
              learningStarts,
              trainEvery,
              gradientSteps,
              batch,
              gamma,
              nStep,
              prioritization),
          learningRate,
          temperature,
          learnTemperature,
          targetEntropy,
          entropyShare,
          tau,
          adamEpsilon,
          network,
          gsde);
    }
  }
}
