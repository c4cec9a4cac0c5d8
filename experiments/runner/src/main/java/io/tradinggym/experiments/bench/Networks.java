package io.tradinggym.experiments.bench;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;

/** The network of the figures: 32 inputs, two layers of 64 with tanh, 3 outputs. */
final class Networks {
  private static final int INPUTS = 32;
  private static final int OUTPUTS = 3;
  private static final List<Integer> HIDDEN = List.of(64, 64);
  private static final int ROWS = 256;

  /** So small that parameters stay ordinary numbers however long the benchmark runs. */
  private static final double LEARNING_RATE = 1e-9;

  private final RandomStream random = RandomStreams.of(1).stream("network");
  private final Network network;
  private final float[] params;
  private final Kernels kernels = Kernels.fastest();

  private Networks() {
    this(HIDDEN);
  }

  private Networks(List<Integer> hidden) {
    network = Network.mlp(INPUTS, hidden, OUTPUTS, Activation.TANH, 0.01);
    params = new float[network.parameters()];
    network.initialise(params, 0, random::gaussian);
  }

  /** Floating-point operations of {@link #trainingStep()}. */
  static double trainingFlops() {
    return ROWS * Flops.training(INPUTS, HIDDEN, OUTPUTS);
  }

  /** Floating-point operations of {@link #trainingStep(int)}. */
  static double trainingFlops(int width) {
    return ROWS * Flops.training(INPUTS, List.of(width, width), OUTPUTS);
  }

  /** Floating-point operations of {@link #decision}. */
  static double decisionFlops() {
    return Flops.forward(INPUTS, HIDDEN, OUTPUTS);
  }

  /** Forward, backward and Adam on 256 rows. */
  static Workload trainingStep() {
    return trainingStep(new Networks());
  }

  /** The same with both hidden layers of this width. */
  static Workload trainingStep(int width) {
    return trainingStep(new Networks(List.of(width, width)));
  }

  private static Workload trainingStep(Networks all) {
    float[] x = all.gaussians(ROWS * INPUTS);
    float[] gradientOfOutput = all.gaussians(ROWS * OUTPUTS);
    float[] gradient = new float[all.params.length];
    Workspace work = new Workspace(all.network, ROWS, all.kernels);
    Adam adam = new Adam(gradient.length, all.kernels, 1e-5);
    return steps -> {
      for (long i = 0; i < steps; i++) {
        Arrays.fill(gradient, 0f);
        all.network.forward(work, all.params, 0, ROWS, x, 0);
        all.network.backward(work, all.params, 0, gradientOfOutput, 0, gradient);
        adam.step(all.params, gradient, LEARNING_RATE);
      }
    };
  }

  /** One observation through the network. */
  static Workload decision() {
    Networks all = new Networks();
    float[] x = all.gaussians(INPUTS);
    Workspace work = new Workspace(all.network, 1, all.kernels);
    return steps -> {
      for (long i = 0; i < steps; i++) {
        all.network.forward(work, all.params, 0, 1, x, 0);
      }
    };
  }

  private float[] gaussians(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.gaussian();
    }
    return values;
  }
}
