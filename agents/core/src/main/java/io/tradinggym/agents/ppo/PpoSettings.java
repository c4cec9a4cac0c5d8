package io.tradinggym.agents.ppo;

import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Gsde;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.rollout.RolloutSettings;
import io.tradinggym.agents.train.Require;
import io.tradinggym.agents.train.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link Ppo}.
 *
 * @param rollout how experience is collected
 * @param minibatch rows of a gradient step, &gt;= 1
 * @param epochs passes over the rollout, &gt;= 1
 * @param learningRate of Adam
 * @param clip how far the ratio of new to old probability may move from 1 before it stops paying, &gt; 0
 * @param valueClip how far a value may move from the old one, in the same way; infinite = not clipped
 * @param entropy coefficient of the entropy bonus, &gt;= 0
 * @param valueCoefficient weight of the critic's loss, &gt;= 0
 * @param maxGradientNorm global norm that gradients are clipped to, &gt; 0
 * @param targetKl epochs stop once the approximate KL divergence exceeds 1.5 times this; infinite = never
 * @param normalizeAdvantages per minibatch, to zero mean and unit deviation
 * @param adamEpsilon of Adam, &gt; 0
 */
public record PpoSettings(
    RolloutSettings rollout,
    int minibatch,
    int epochs,
    Schedule learningRate,
    Schedule clip,
    double valueClip,
    Schedule entropy,
    double valueCoefficient,
    double maxGradientNorm,
    double targetKl,
    boolean normalizeAdvantages,
    double adamEpsilon) {

  /** Checks the ranges. */
  public PpoSettings {
    Require.positive("learningRate", learningRate);
    Require.positive("clip", clip);
    Require.atLeast0("entropy", entropy);
    Require.that(minibatch >= 1, "minibatch must be >= 1", minibatch);
    Require.that(epochs >= 1, "epochs must be >= 1", epochs);
    Require.that(valueClip > 0, "valueClip must be > 0", valueClip);
    Require.that(valueCoefficient >= 0, "valueCoefficient must be >= 0", valueCoefficient);
    Require.that(maxGradientNorm > 0, "maxGradientNorm must be > 0", maxGradientNorm);
    Require.that(targetKl > 0, "targetKl must be > 0", targetKl);
    Require.that(adamEpsilon > 0, "adamEpsilon must be > 0", adamEpsilon);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder {
    private int rolloutSteps = 128;
    private int minibatch = 256;
    private int epochs = 4;
    private double gamma = 0.99;
    private double lambda = 0.95;
    private Schedule learningRate = Schedule.linear(3e-4);
    private Schedule clip = Schedule.constant(0.2);
    private double valueClip = Double.POSITIVE_INFINITY;
    private Schedule entropy = Schedule.constant(0);
    private double valueCoefficient = 0.5;
    private double maxGradientNorm = 0.5;
    private double targetKl = Double.POSITIVE_INFINITY;
    private boolean normalizeAdvantages = true;
    private boolean normalizeObservations;
    private boolean normalizeRewards;
    private double adamEpsilon = 1e-5;
    private Mlp network = Mlp.SMALL;
    private @Nullable Memory memory;
    private @Nullable Gsde gsde;
    private boolean orthogonal = true;

    Builder() {}

    /** Steps per lane and iteration. */
    public Builder rolloutSteps(int value) {
      rolloutSteps = value;
      return this;
    }

    /** Rows of a gradient step. */
    public Builder minibatch(int value) {
      minibatch = value;
      return this;
    }

    /** Passes over the rollout. */
    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    /** Discount. */
    public Builder gamma(double value) {
      gamma = value;
      return this;
    }

    /** Of generalised advantage estimation. */
    public Builder lambda(double value) {
      lambda = value;
      return this;
    }

    /** Of Adam. */
    public Builder learningRate(Schedule value) {
      learningRate = value;
      return this;
    }

    /** Clip range of the ratio. */
    public Builder clip(Schedule value) {
      clip = value;
      return this;
    }

    /** Clip range of the value. */
    public Builder valueClip(double value) {
      valueClip = value;
      return this;
    }

    /** Coefficient of the entropy bonus. */
    public Builder entropy(Schedule value) {
      entropy = value;
      return this;
    }

    /** Weight of the critic's loss. */
    public Builder valueCoefficient(double value) {
      valueCoefficient = value;
      return this;
    }

    /** Global norm that gradients are clipped to. */
    public Builder maxGradientNorm(double value) {
      maxGradientNorm = value;
      return this;
    }

    /** Epochs stop beyond 1.5 times this divergence. */
    public Builder targetKl(double value) {
      targetKl = value;
      return this;
    }

    /** Whether advantages are normalised per minibatch. */
    public Builder normalizeAdvantages(boolean value) {
      normalizeAdvantages = value;
      return this;
    }

    /** Whether observations are normalised. */
    public Builder normalizeObservations(boolean value) {
      normalizeObservations = value;
      return this;
    }

    /** Whether rewards are scaled. */
    public Builder normalizeRewards(boolean value) {
      normalizeRewards = value;
      return this;
    }

    /** Of Adam. */
    public Builder adamEpsilon(double value) {
      adamEpsilon = value;
      return this;
    }

    /** Shape of actor and critic. */
    public Builder network(Mlp value) {
      network = value;
      return this;
    }

    /** What the agent remembers within an episode; nothing, if it is not given one. */
    public Builder memory(Memory value) {
      memory = value;
      return this;
    }

    /** Noise that depends on the state and stays for some steps, for continuous actions. */
    public Builder gsde(Gsde value) {
      gsde = value;
      return this;
    }

    /** Whether initial weights are orthogonal (the customary choice), or normal with PyTorch's variance. */
    public Builder orthogonal(boolean value) {
      orthogonal = value;
      return this;
    }

    /** The algorithm with these settings. */
    public Ppo build() {
      return new Ppo(
          new PpoSettings(
              new RolloutSettings(
                  rolloutSteps,
                  gamma,
                  lambda,
                  normalizeObservations,
                  normalizeRewards,
                  new ActorCriticShape(network, memory, gsde, orthogonal)),
              minibatch,
              epochs,
              learningRate,
              clip,
              valueClip,
              entropy,
              valueCoefficient,
              maxGradientNorm,
              targetKl,
              normalizeAdvantages,
              adamEpsilon));
    }
  }
}
