package io.tradinggym.explain.memory.embedding;

import java.util.Arrays;

/**
 * MiniRocket: how often each of 84 fixed kernels, stretched by several dilations, exceeds a threshold somewhere in a
 * window. Where in the window hardly matters, so a shape that comes some bars early or late stays near. A kernel has
 * nine weights, three of them 2 and six -1; thresholds are quantiles of what kernels give on training windows. Of the
 * shares, in deviations of training, the principal components are kept.
 *
 * <p>Nothing is drawn at random: the same training prices give the same numbers.
 *
 * @see <a href="https://arxiv.org/abs/2012.08791">Dempster, Schmidt and Webb (2021), MiniRocket</a>
 */
public final class MiniRocket implements Embedding {
  static final int TAPS = 9;
  private static final int MOST_DILATIONS = 32;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Places of the three weights of 2 in each kernel. */
  private static final int[][] KERNELS = kernels();

  private final int window;
  private final int[] dilations;
  private final int[] thresholds;
  private final double[] biases;
  private final Components components;

  private MiniRocket(
      int window, int[] dilations, int[] thresholds, double[] biases, Components components) {
    this.window = window;
    this.dilations = dilations;
    this.thresholds = thresholds;
    this.biases = biases;
    this.components = components;
  }

  private static int[][] kernels() {
    int[][] kernels = new int[84][];
    int count = 0;
    for (int i = 0; i < TAPS; i++) {
      for (int j = i + 1; j < TAPS; j++) {
        for (int k = j + 1; k < TAPS; k++) {
          kernels[count++] = new int[] {i, j, k};
        }
      }
    }
    return kernels;
  }

  /**
   * Fits thresholds and components on windows of training prices, each a step after the other.
   *
   * @param window bars, &gt;= 9
   * @param prices closes of the training range, &gt; 0
   * @param perKernel shares of each kernel, &gt;= 1; 6 are plenty for windows of tens of bars
   * @param dimensions numbers of the vector, at most 84 times that; 64 are usual
   * @return the embedding
   */
  public static MiniRocket fit(int window, double[] prices, int perKernel, int dimensions) {
    int count = prices.length - window + 1;
    if (window < TAPS || perKernel < 1 || dimensions < 1 || count < 2) {
      throw new IllegalArgumentException(
          "MiniRocket needs a window >= 9, shares and dimensions >= 1 and more prices than the"
              + " window; was given "
              + window
              + ", "
              + perKernel
              + ", "
              + dimensions
              + ", "
              + prices.length);
    }
    double[][] windows = new double[count][];
    for (int i = 0; i < count; i++) {
      windows[i] = Windows.normalised(Windows.logs(prices, i, window));
    }
    int[] all = exponents(window, perKernel);
    int[] dilations = Arrays.stream(all).distinct().toArray();
    int[] thresholds = new int[dilations.length];
    for (int i = 0; i < dilations.length; i++) {
      int dilation = dilations[i];
      thresholds[i] = (int) Arrays.stream(all).filter(d -> d == dilation).count();
    }
    double[] biases = biases(windows, dilations, thresholds, KERNELS.length * all.length);
    MiniRocket bare =
        new MiniRocket(
            window,
            dilations,
            thresholds,
            biases,
            new Components(new double[0], new double[0], new float[0][]));
    double[][] shares = new double[count][];
    for (int i = 0; i < count; i++) {
      shares[i] = bare.shares(windows[i]);
    }
    return new MiniRocket(
        window, dilations, thresholds, biases, Components.fit(shares, dimensions));
  }

  /** Dilations 2^e with e evenly from 0 to where the stretched kernel is as long as the window. */
  private static int[] exponents(int window, int perKernel) {
    double last = Math.log((window - 1) / (TAPS - 1.0)) / Math.log(2);
    int most = Math.min(perKernel, MOST_DILATIONS);
    int[] all = new int[perKernel];
    for (int i = 0; i < perKernel; i++) {
      int place = i % most;
      double exponent = most == 1 ? 0 : last * place / (most - 1);
      all[i] = (int) Math.pow(2, exponent);
    }
    Arrays.sort(all);
    return all;
  }

  /** Each a quantile, evenly spread by the golden ratio, of what a kernel gives on one training window. */
  private static double[] biases(
      double[][] windows, int[] dilations, int[] thresholds, int features) {
    double[] biases = new double[features];
    double[] out = new double[windows[0].length];
    int at = 0;
    for (int d = 0; d < dilations.length; d++) {
      for (int kernel = 0; kernel < KERNELS.length; kernel++) {
        double place = (kernel + 1) * GOLDEN + (d + 1) * GOLDEN * GOLDEN;
        double[] example = windows[(int) ((place - Math.floor(place)) * windows.length)];
        convolve(example, KERNELS[kernel], dilations[d], out);
        double[] sorted = out.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < thresholds[d]; i++) {
          double quantile = (at + 1) * GOLDEN;
          quantile -= Math.floor(quantile);
          biases[at++] = sorted[(int) (quantile * sorted.length)];
        }
      }
    }
    return biases;
  }

  /** The kernel at every bar, zeros beyond the window. */
  private static void convolve(double[] values, int[] twos, int dilation, double[] out) {
    for (int t = 0; t < values.length; t++) {
      double sum = 0;
      for (int tap = 0; tap < TAPS; tap++) {
        int at = t + (tap - TAPS / 2) * dilation;
        if (at >= 0 && at < values.length) {
          boolean two = tap == twos[0] || tap == twos[1] || tap == twos[2];
          sum += two ? 2 * values[at] : -values[at];
        }
      }
      out[t] = sum;
    }
  }

  /** Share of the bars at which each kernel exceeds each of its thresholds; of every second one without padded ends. */
  private double[] shares(double[] normalised) {
    double[] shares = new double[biases.length];
    double[] out = new double[window];
    int at = 0;
    for (int d = 0; d < dilations.length; d++) {
      int ends = dilations[d] * (TAPS / 2);
      for (int kernel = 0; kernel < KERNELS.length; kernel++) {
        convolve(normalised, KERNELS[kernel], dilations[d], out);
        boolean whole = (d + kernel) % 2 == 0 || window <= 2 * ends;
        int from = whole ? 0 : ends;
        int to = whole ? window : window - ends;
        for (int i = 0; i < thresholds[d]; i++) {
          int above = 0;
          for (int t = from; t < to; t++) {
            above += out[t] > biases[at] ? 1 : 0;
          }
          shares[at++] = (double) above / (to - from);
        }
      }
    }
    return shares;
  }

  @Override
  public int window() {
    return window;
  }

  @Override
  public int dimensions() {
    return components.dimensions();
  }

  @Override
  public String identity() {
    int hash = 31 * Arrays.hashCode(biases) + components.hash();
    return "minirocket " + window + " " + dimensions() + " " + Integer.toHexString(hash);
  }

  @Override
  public float[] embed(double[] values, int from) {
    return components.of(shares(Windows.normalised(Windows.logs(values, from, window))));
  }
}
