package io.tradinggym.agents.td3;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.OffPolicySettings;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Require;
import io.tradinggym.agents.train.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link Td3}. Noise is counted in actions scaled to [-1, 1].
 *
 * @param experience how experience is collected and drawn from
 * @param learningRate of Adam, for actor and critics
 * @param explorationNoise standard deviation of the noise on actions while collecting, &gt;= 0
 * @param targetNoise standard deviation of the noise on the target policy's actions, &gt;= 0
 * @param noiseClip how far that noise may go, &gt; 0
 * @param policyDelay critic updates for one of the policy and of the targets, &gt;= 1
 * @param tau how far the targets then move, in (0, 1]
 * @param adamEpsilon of Adam, &gt; 0
 * @param network shape of actor and critics
 */
public record Td3Settings(
    OffPolicySettings experience,
    Schedule learningRate,
    double explorationNoise,
    double targetNoise,
    double noiseClip,
    int policyDelay,
    double tau,
    double adamEpsilon,
    Mlp network) {

  /** Checks the ranges. */
  public Td3Settings {
    Require.positive("learningRate", learningRate);
    Require.that(explorationNoise >= 0, "explorationNoise must be >= 0", explorationNoise);
    Require.that(targetNoise >= 0, "targetNoise must be >= 0", targetNoise);
    Require.that(noiseClip > 0, "noiseClip must be > 0", noiseClip);
    Require.that(policyDelay >= 1, "policyDelay must be >= 1", policyDelay);
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
    private Schedule learningRate = Schedule.constant(1e-3);
    private double explorationNoise = 0.1;
    private double targetNoise = 0.2;
    private double noiseClip = 0.5;
    private int policyDelay = 2;
    private double tau = 0.005;
    private double adamEpsilon = 1e-8;
    private Mlp network = new Mlp(List.of(256, 256), Activation.RELU);

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

    /** Standard deviation of the noise on actions. */
    public Builder explorationNoise(double value) {
      explorationNoise = value;
      return this;
    }

    /** Standard deviation of the noise on the target policy's actions. */
    public Builder targetNoise(double value) {
      targetNoise = value;
      return this;
    }

    /** How far the noise on the target policy may go. */
    public Builder noiseClip(double value) {
      noiseClip = value;
      return this;
    }

    /** Critic updates for one of the policy. */
    public Builder policyDelay(int value) {
      policyDelay = value;
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

    /** The algorithm with these settings. */
    public Td3 build() {
      return new Td3(
          new Td3Settings(
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
              explorationNoise,
              targetNoise,
              noiseClip,
              policyDelay,
              tau,
              adamEpsilon,
              network));
    }
  }
}
