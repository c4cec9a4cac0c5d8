package io.tradinggym.agents.a2c;

import io.tradinggym.agents.nn.OptimizerKind;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Gsde;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.rollout.RolloutSettings;
import io.tradinggym.agents.train.Require;
import io.tradinggym.agents.train.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link A2c}.
 *
 * @param rollout how experience is collected
 * @param learningRate of the optimiser
 * @param entropy coefficient of the entropy bonus, &gt;= 0
 * @param valueCoefficient weight of the critic's half squared error, &gt;= 0; 1 is what libraries without the half call
 *     0.5
 * @param maxGradientNorm global norm that gradients are clipped to, &gt; 0
 * @param normalizeAdvantages over the rollout, to zero mean and unit deviation
 * @param optimizer kind of optimiser
 * @param optimizerEpsilon its epsilon, &gt; 0
 */
public record A2cSettings(
    RolloutSettings rollout,
    Schedule learningRate,
    Schedule entropy,
    double valueCoefficient,
    double maxGradientNorm,
    boolean normalizeAdvantages,
    OptimizerKind optimizer,
    double optimizerEpsilon) {

  /** Checks the ranges. */
  public A2cSettings {
    Require.positive("learningRate", learningRate);
    Require.atLeast0("entropy", entropy);
    Require.that(valueCoefficient >= 0, "valueCoefficient must be >= 0", valueCoefficient);
    Require.that(maxGradientNorm > 0, "maxGradientNorm must be > 0", maxGradientNorm);
    Require.that(optimizerEpsilon > 0, "optimizerEpsilon must be > 0", optimizerEpsilon);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder {
    private int rolloutSteps = 5;
    private double gamma = 0.99;
    private double lambda = 1;
    private Schedule learningRate = Schedule.constant(7e-4);
    private Schedule entropy = Schedule.constant(0);
    private double valueCoefficient = 1;
    private double maxGradientNorm = 0.5;
    private boolean normalizeAdvantages;
    private boolean normalizeObservations;
    private boolean normalizeRewards;
    private OptimizerKind optimizer = OptimizerKind.RMSPROP_TENSORFLOW;
    private double optimizerEpsilon = 1e-5;
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

    /** Discount. */
    public Builder gamma(double value) {
      gamma = value;
      return this;
    }

    /** Of generalised advantage estimation; 1 = returns over all steps of the rollout. */
    public Builder lambda(double value) {
      lambda = value;
      return this;
    }

    /** Of the optimiser. */
    public Builder learningRate(Schedule value) {
      learningRate = value;
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

    /** Whether advantages are normalised over the rollout. */
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

    /** RMSProp in TensorFlow's form, with which A2C was tuned, or another. */
    public Builder optimizer(OptimizerKind value) {
      optimizer = value;
      return this;
    }

    /** Of the optimiser. */
    public Builder optimizerEpsilon(double value) {
      optimizerEpsilon = value;
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
    public A2c build() {
      return new A2c(
          new A2cSettings(
              new RolloutSettings(
                  rolloutSteps,
                  gamma,
                  lambda,
                  normalizeObservations,
                  normalizeRewards,
                  new ActorCriticShape(network, memory, gsde, orthogonal)),
              learningRate,
              entropy,
              valueCoefficient,
              maxGradientNorm,
              normalizeAdvantages,
              optimizer,
              optimizerEpsilon));
    }
  }
}
