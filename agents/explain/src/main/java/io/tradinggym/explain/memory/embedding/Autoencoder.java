package io.tradinggym.explain.memory.embedding;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;

/**
 * Shapes as a network learned to write them in few numbers: 64 units, the code, 64 units, and the window again, trained
 * to give back what it saw. Windows are z-normalised logarithms of prices; the vector is the code.
 */
public final class Autoencoder implements Embedding {
  private static final int WIDTH = 64;
  private static final int BATCH = 64;
  private static final double LEARNING_RATE = 2e-3;

  private final int window;
  private final int code;
  private final Network network;
  private final float[] params;

  private Autoencoder(int window, int code) {
    this.window = window;
    this.code = code;
    network = Network.mlp(window, List.of(WIDTH, code, WIDTH), window, Activation.TANH, 1);
    params = new float[network.parameters()];
  }

  /**
   * Trains on windows of training prices, each a step after the other; the same seed gives the same bits.
   *
   * @param window bars, &gt;= 2
   * @param code numbers of the vector, &gt;= 1; 16 are usual
   * @param prices closes of the training range, &gt; 0, at least {@code window} of them
   * @param epochs passes over all windows, &gt;= 1
   * @param seed any number; the same seed gives the same bits
   * @return the embedding
   */
  public static Autoencoder fit(int window, int code, double[] prices, int epochs, long seed) {
    int count = prices.length - window + 1;
    if (window < 2 || code < 1 || epochs < 1 || count < 1) {
      throw new IllegalArgumentException(
          "an autoencoder needs a window >= 2, code and epochs >= 1 and as many prices as the"
              + " window; was given "
              + window
              + ", "
              + code
              + ", "
              + epochs
              + ", "
              + prices.length);
    }
    Autoencoder made = new Autoencoder(window, code);
    RandomStreams streams = RandomStreams.of(seed);
    made.network.initialise(made.params, 0, streams.stream("parameters")::gaussian);
    float[] rows = new float[count * window];
    for (int i = 0; i < count; i++) {
      write(prices, i, window, rows, i * window);
    }
    made.train(rows, count, epochs, streams.stream("draws"));
    return made;
  }

  private static void write(double[] prices, int from, int window, float[] out, int at) {
    double[] shape = Windows.normalised(Windows.logs(prices, from, window));
    for (int i = 0; i < window; i++) {
      out[at + i] = (float) shape[i];
    }
  }

  private void train(float[] rows, int count, int epochs, RandomStream random) {
    Workspace work = new Workspace(network, BATCH, Kernels.fastest());
    Adam adam = new Adam(params.length, Kernels.fastest(), 1e-8);
    float[] gradient = new float[params.length];
    float[] batch = new float[BATCH * window];
    float[] slopes = new float[BATCH * window];
    int steps = Math.max(1, epochs * count / BATCH);
    for (int step = 0; step < steps; step++) {
      for (int row = 0; row < BATCH; row++) {
        System.arraycopy(rows, random.integer(count) * window, batch, row * window, window);
      }
      network.forward(work, params, 0, BATCH, batch, 0);
      float[] output = work.output();
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = 2 * (output[i] - batch[i]) / slopes.length;
      }
      Arrays.fill(gradient, 0);
      network.backward(work, params, 0, slopes, 0, gradient);
      adam.step(params, gradient, LEARNING_RATE * (1 - (double) step / steps));
    }
  }

  /**
   * {@return the mean squared difference between a window, z-normalised, and what is made of its code; 1 is what is
   * lost by giving back nothing}
   *
   * @param prices closes, &gt; 0
   * @param from index of the window's first close
   */
  public double loss(double[] prices, int from) {
    Workspace work = seen(prices, from);
    float[] row = new float[window];
    write(prices, from, window, row, 0);
    double sum = 0;
    for (int i = 0; i < window; i++) {
      double difference = work.output()[i] - row[i];
      sum += difference * difference / window;
    }
    return sum;
  }

  private Workspace seen(double[] prices, int from) {
    Workspace work = new Workspace(network, 1, Kernels.fastest());
    float[] row = new float[window];
    write(prices, from, window, row, 0);
    network.forward(work, params, 0, 1, row, 0);
    return work;
  }

  @Override
  public int window() {
    return window;
  }

  @Override
  public int dimensions() {
    return code;
  }

  @Override
  public String identity() {
    return "autoencoder "
        + window
        + " "
        + code
        + " "
        + Integer.toHexString(Arrays.hashCode(params));
  }

  @Override
  public float[] embed(double[] values, int from) {
    // Layers: dense, activation, dense, activation: the code.
    return Arrays.copyOf(seen(values, from).pass(3).y(), code);
  }
}
