package io.tradinggym.agents.nn;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Leaves values out by chance while a network learns, and scales up what stays, so that means are kept: {@code y = x /
 * (1 - rate)} or 0. It does nothing until its {@link Mask} is drawn, and nothing again when that is cleared.
 *
 * @param width values in a row
 * @param rate share that is left out, in [0, 1)
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014)</a>
 */
public record Dropout(int width, double rate) implements Layer {
  /** Checks both. */
  public Dropout {
    if (width < 1 || !(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "width must be >= 1 and rate in [0, 1), were " + width + " and " + rate);
    }
  }

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public List<Tensor> tensors() {
    return List.of();
  }

  @Override
  public int scratch(int rows) {
    return 0;
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    // It has no parameters.
  }

  @Override
  public Mask memory(int maxRows) {
    return new Mask(Math.multiplyExact(width, maxRows), rate);
  }

  /**
   * {@return the mask that a workspace keeps for one of its layers, live}
   *
   * @param work the memory of the network's passes
   * @param layer position of the layer, from 0
   * @throws IllegalArgumentException if that layer is no dropout
   */
  public static Mask mask(Workspace work, int layer) {
    if (work.pass(layer).memory() instanceof Mask mask) {
      return mask;
    }
    throw new IllegalArgumentException("layer " + layer + " is no dropout");
  }

  private static Mask mask(Pass p) {
    return (Mask) java.util.Objects.requireNonNull(p.memory());
  }

  @Override
  public void forward(Pass p) {
    multiply(mask(p), p.rows() * width, p.x(), p.xAt(), p.y());
  }

  @Override
  public void backward(Pass p) {
    float[] dx = p.dx();
    if (dx != null) {
      multiply(mask(p), p.rows() * width, p.dy(), p.dyAt(), dx);
    }
  }

  private static void multiply(Mask mask, int n, float[] x, int xAt, float[] y) {
    if (!mask.active) {
      System.arraycopy(x, xAt, y, 0, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      y[i] = x[xAt + i] * mask.factors[i];
    }
  }

  /** Which values stay; belongs to a {@link Workspace}, one for each dropout layer. */
  public static final class Mask {
    private final float[] factors;
    private final double rate;
    private boolean active;

    Mask(int size, double rate) {
      factors = new float[size];
      this.rate = rate;
      Arrays.fill(factors, 1);
    }

    /**
     * Draws which values of the passes to come are left out, until it is drawn again or cleared.
     *
     * @param random the stream to draw from
     */
    public void draw(RandomStream random) {
      float stays = (float) (1 / (1 - rate));
      for (int i = 0; i < factors.length; i++) {
        factors[i] = random.uniform() < rate ? 0 : stays;
      }
      active = true;
    }

    /** Lets everything through, as a trained network does. */
    public void clear() {
      active = false;
    }
  }
}
