package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.kernel.Operands;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.agents.nn.optimizer.Gradients;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import java.util.List;
import java.util.Random;

/**
 * Prints how long the engine takes: the product, a training step, one decision. A quick look while working on the
 * kernels; run it as a main class, with or without {@code --add-modules jdk.incubator.vector}.
 */
final class NetworkTiming {
  private static final int REPEATS = 9;

  private NetworkTiming() {}

  public static void main(String[] args) {
    Kernels kernels =
        args.length > 0 && args[0].equals("plain") ? Kernels.plain() : Kernels.fastest();
    System.out.println("kernels: " + kernels.name());
    products(kernels);
    elementwise(kernels);
    training(kernels, 1);
    decision(kernels);
  }

  private static void products(Kernels kernels) {
    int n = 1024;
    int w = 64;
    float[] x = values(n * w);
    float[] weights = values(w * w);
    float[] bias = values(w);
    float[] y = new float[n * w];
    double flops = 2.0 * n * w * w;
    report(
        "product 1024x64x64",
        flops,
        () ->
            kernels.product(
                new Operands()
                    .shape(n, w, w)
                    .a(x, 0, w, 1)
                    .b(weights, 0, w)
                    .d(bias, 0, 0)
                    .c(y, 0, w)));
    float[] gradient = new float[w * w];
    report(
        "weight gradient 64x64 of 1024 rows",
        flops,
        () ->
            kernels.product(
                new Operands()
                    .shape(w, w, n)
                    .a(x, 0, 1, w)
                    .b(y, 0, w)
                    .d(gradient, 0, w)
                    .c(gradient, 0, w)));
    report(
        "product 256x64x3",
        2.0 * 256 * 64 * 3,
        () ->
            kernels.product(
                new Operands()
                    .shape(256, 3, w)
                    .a(x, 0, w, 1)
                    .b(weights, 0, 3)
                    .d(bias, 0, 0)
                    .c(y, 0, 3)));
    report(
        "weight gradient 64x3 of 256 rows",
        2.0 * 256 * 64 * 3,
        () ->
            kernels.product(
                new Operands()
                    .shape(w, 3, 256)
                    .a(x, 0, 1, w)
                    .b(y, 0, 3)
                    .d(gradient, 0, 3)
                    .c(gradient, 0, 3)));
    report(
        "product 256x3x64",
        2.0 * 256 * 64 * 3,
        () ->
            kernels.product(
                new Operands()
                    .shape(256, w, 3)
                    .a(x, 0, 3, 1)
                    .b(weights, 0, w)
                    .d(bias, 0, 0)
                    .c(y, 0, w)));
  }

  private static void elementwise(Kernels kernels) {
    int n = 16384;
    float[] x = values(n);
    float[] y = new float[n];
    for (Activation f : Activation.values()) {
      report(f + " of 16384", 0, () -> kernels.activate(f, n, x, 0, y, 0));
      report(f + " gradient of 16384", 0, () -> kernels.activationGradient(f, n, x, 0, y, x, 0, y));
    }
    report("norm of 16384", 0, () -> Gradients.norm(x));
  }

  private static void training(Kernels kernels, int threads) {
    int rows = 256;
    Network network = Network.mlp(32, List.of(64, 64), 3, Activation.TANH, 0.01);
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, new Random(1)::nextGaussian);
    float[] x = values(rows * 32);
    float[] dy = values(rows * 3);
    float[] gradient = new float[params.length];
    Workspace work = new Workspace(network, rows, kernels);
    Workspace one = new Workspace(network, 1, kernels);
    network.forward(one, params, 0, 1, x, 0);
    Adam adam = new Adam(params.length, kernels, 1e-5);
    report("forward 256 x 32-64-64-3", 0, () -> network.forward(work, params, 0, rows, x, 0));
    report("backward", 0, () -> network.backward(work, params, 0, dy, 0, gradient));
    report(
        "backward to inputs alone",
        0,
        () -> network.backwardToInputs(work, params, 0, dy, 0, null));
    report(
        "backward to inputs alone", 0, () -> network.backwardToInputs(one, params, 0, dy, 0, null));
    report("Adam", 0, () -> adam.step(params, gradient, 1e-9));
    report(
        "training step of 256, one pass",
        0,
        () -> {
          java.util.Arrays.fill(gradient, 0f);
          network.forward(work, params, 0, rows, x, 0);
          network.backward(work, params, 0, dy, 0, gradient);
          adam.step(params, gradient, 1e-9);
        });
    try (ShardedGradient sharded = new ShardedGradient(kernels, params.length, 1, threads)) {
      Workspace small = new Workspace(network, ShardedGradient.shardRows(rows), kernels);
      ShardedGradient.Task task =
          shard -> {
            network.forward(small, params, 0, shard.rows(), x, shard.from() * 32);
            network.backward(small, params, 0, dy, shard.from() * 3, shard.gradient());
          };
      report(
          "training step of 256, sharded, clipped",
          0,
          () -> {
            java.util.Arrays.fill(gradient, 0f);
            sharded.accumulate(rows, gradient, task);
            Gradients.clip(kernels, gradient, 0.5);
            adam.step(params, gradient, 1e-9);
          });
    }
  }

  private static void decision(Kernels kernels) {
    Network network = Network.mlp(32, List.of(64, 64), 3, Activation.TANH, 0.01);
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, new Random(1)::nextGaussian);
    float[] x = values(32);
    Workspace work = new Workspace(network, 1, kernels);
    float[] y = new float[64];
    report(
        "product 1x32x64",
        0,
        () ->
            kernels.product(
                new Operands()
                    .shape(1, 64, 32)
                    .a(x, 0, 0, 1)
                    .b(params, 0, 64)
                    .d(params, 0, 0)
                    .c(y, 0, 64)));
    report(
        "product 1x64x3",
        0,
        () ->
            kernels.product(
                new Operands()
                    .shape(1, 3, 64)
                    .a(params, 0, 0, 1)
                    .b(params, 0, 3)
                    .d(params, 0, 0)
                    .c(y, 0, 3)));
    report("tanh of 64", 0, () -> kernels.activate(Activation.TANH, 64, params, 0, y, 0));
    report("decision 32-64-64-3", 0, () -> network.forward(work, params, 0, 1, x, 0));
  }

  private static void report(String what, double flops, Runnable work) {
    long end = System.nanoTime() + 1_500_000_000L;
    long count = 0;
    while (System.nanoTime() < end) {
      work.run();
      count++;
    }
    int batch = (int) Math.max(1, count / 15);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < batch; j++) {
        work.run();
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) batch);
    }
    System.out.printf("%-42s %10.3f us", what, best / 1e3);
    System.out.println(flops > 0 ? String.format("  %6.1f GFLOP/s", flops / best) : "");
  }

  private static float[] values(int n) {
    Random random = new Random(7);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }
}
