package io.tradinggym.agents.dqn;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.agents.policy.ReturnLaw;
import io.tradinggym.agents.replay.OffPolicySettings;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Require;
import io.tradinggym.agents.train.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link Dqn}.
 *
 * @param experience how experience is collected and drawn from
 * @param learningRate of Adam
 * @param exploration chance of a random action, in [0, 1]
 * @param doubleQ whether the online network chooses the action whose target value is taken
 * @param targetEvery environment steps, over all lanes, between two updates of the target network, &gt;= 1
 * @param tau how far the target network then moves towards the online one, in (0, 1]
 * @param maxGradientNorm global norm that gradients are clipped to, &gt; 0
 * @param adamEpsilon of Adam, &gt; 0
 * @param shape of the network: hidden layers, dueling, mean or distribution of returns
 */
public record DqnSettings(
    OffPolicySettings experience,
    Schedule learningRate,
    Schedule exploration,
    boolean doubleQ,
    long targetEvery,
    double tau,
    double maxGradientNorm,
    double adamEpsilon,
    QShape shape) {

  /** Checks the ranges. */
  public DqnSettings {
    Require.positive("learningRate", learningRate);
    Require.atLeast0("exploration", exploration);
    Require.that(targetEvery >= 1, "targetEvery must be >= 1", targetEvery);
    Require.that(tau > 0 && tau <= 1, "tau must be in (0, 1]", tau);
    Require.that(maxGradientNorm > 0, "maxGradientNorm must be > 0", maxGradientNorm);
    Require.that(adamEpsilon > 0, "adamEpsilon must be > 0", adamEpsilon);
  }

  /** Builds settings, starting from the customary ones. */
  public static final class Builder {
    private int capacity = 1_000_000;
    private long memory = OffPolicySettings.DEFAULT_MEMORY;
    private long learningStarts = 100;
    private int trainEvery = 4;
    private int gradientSteps = 1;
    private int batch = 32;
    private double gamma = 0.99;
    private int nStep = 1;
    private @Nullable Prioritization prioritization;
    private Schedule learningRate = Schedule.constant(1e-4);
    private Schedule exploration = Schedule.ramp(1, 0.05, 0.1);
    private boolean doubleQ = true;
    private boolean dueling;
    private ReturnLaw returns = ReturnLaw.expectation();
    private long targetEvery = 10_000;
    private double tau = 1;
    private double maxGradientNorm = 10;
    private double adamEpsilon = 1e-8;
    private Mlp network = new Mlp(List.of(64, 64), Activation.RELU);

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

    /** Of Adam. */
    public Builder learningRate(Schedule value) {
      learningRate = value;
      return this;
    }

    /** Chance of a random action. */
    public Builder exploration(Schedule value) {
      exploration = value;
      return this;
    }

    /** Whether the online network chooses the action whose target value is taken. */
    public Builder doubleQ(boolean value) {
      doubleQ = value;
      return this;
    }

    /** Whether the network tells the value of a state from the advantages of actions. */
    public Builder dueling(boolean value) {
      dueling = value;
      return this;
    }

    /** What the network says of an action's return: {@link ReturnLaw#expectation}, or a distribution (C51, QR-DQN). */
    public Builder returns(ReturnLaw value) {
      returns = value;
      return this;
    }

    /** Environment steps between two updates of the target network. */
    public Builder targetEvery(long value) {
      targetEvery = value;
      return this;
    }

    /** How far the target network then moves towards the online one. */
    public Builder tau(double value) {
      tau = value;
      return this;
    }

    /** Global norm that gradients are clipped to. */
    public Builder maxGradientNorm(double value) {
      maxGradientNorm = value;
      return this;
    }

    /** Of Adam. */
    public Builder adamEpsilon(double value) {
      adamEpsilon = value;
      return this;
    }

    /** Shape of the network. */
    public Builder network(Mlp value) {
      network = value;
      return this;
    }

    /** The algorithm with these settings. */
    public Dqn build() {
      return new Dqn(
          new DqnSettings(
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
              exploration,
              doubleQ,
              targetEvery,
              tau,
              maxGradientNorm,
              adamEpsilon,
              new QShape(network, dueling, returns)));
    }
  }
}
