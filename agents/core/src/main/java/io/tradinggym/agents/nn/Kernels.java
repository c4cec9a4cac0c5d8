package io.tradinggym.agents.nn;

import java.util.Optional;

/**
 * The arithmetic of the network engine, on slices of {@code float[]}: one matrix product and a few element-wise loops.
 *
 * <p>There are two implementations, the Vector API and plain Java, and they give the same bits for any vector width:
 * vector lanes span <em>outputs</em>, each sum runs in index order with fused multiply-add, and the transcendental
 * functions are our own polynomials ({@link FloatMath}). A product never depends on how rows are grouped, so one row
 * alone and the same row in a batch give the same bits too.
 *
 * <p>Implementations are stateless and may be shared by threads. Matrices are row-major. Methods check array bounds but
 * not aliasing: an output may share its array with an input only where the method says so.
 */
public interface Kernels {

  /** The plain-Java kernels; always there. */
  static Kernels plain() {
    return PlainKernels.INSTANCE;
  }

  /** The Vector API kernels, present if the JVM runs with {@code --add-modules jdk.incubator.vector}. */
  static Optional<Kernels> vector() {
    return KernelChoice.VECTOR;
  }

  /** The Vector API kernels if the JVM offers them, else the plain ones. Same bits, other speed. */
  static Kernels fastest() {
    return KernelChoice.FASTEST;
  }

  /** Name for reports, such as "vector 512" or "plain". */
  String name();

  /**
   * Matrix product with a start value, {@code C = D + A B}: each sum starts from D and runs over ascending k with fused
   * multiply-add.
   */
  void product(Operands of);

  /** {@code y = f(x)} for n values; y may be x, at the same offset. */
  void activate(Activation f, int n, float[] x, int xAt, float[] y, int yAt);

  /**
   * {@code dx = dy * f'(x)} for n values, where y = f(x) is already known.
   *
   * @param x inputs of the activation, read at xAt
   * @param y its outputs, read from 0
   * @param dy gradient of the loss with respect to y, read at dyAt
   * @param dx written from 0; may be dy if dyAt is 0
   */
  void activationGradient(
      Activation f, int n, float[] x, int xAt, float[] y, float[] dy, int dyAt, float[] dx);

  /** {@code y = exp(x)} for n values, as {@link FloatMath#exp}; y may be x, at the same offset. */
  void exp(int n, float[] x, int xAt, float[] y, int yAt);

  /** {@code x = 1 / (1 + exp(-x))} for n values, as {@link FloatMath#sigmoid}: what the gates of a memory are. */
  void sigmoid(int n, float[] x, int at);

  /** {@code sum += x} for n values, both from 0. */
  void add(int n, float[] x, float[] sum);

  /** {@code x *= factor} for n values, from 0. */
  void scale(int n, float factor, float[] x);

  /** {@code target += tau (source - target)} for n values, both from 0: Polyak averaging. */
  void blend(int n, float tau, float[] source, float[] target);

  /**
   * One step of Adam on n values, from 0: {@code p *= keep; m += c1 (g - m); v += c2 (g^2 - v);
   * p -= rate * m / (sqrt(v) * root + epsilon)}.
   *
   * @param keep 1 - learning rate x weight decay
   * @param c1 1 - beta1
   * @param c2 1 - beta2
   * @param rate learning rate / (1 - beta1^t)
   * @param root 1 / sqrt(1 - beta2^t)
   */
  void adam(
      int n,
      float[] p,
      float[] g,
      float[] m,
      float[] v,
      float keep,
      float c1,
      float c2,
      float rate,
      float root,
      float epsilon);

  /**
   * One step of RMSProp on n values, from 0: {@code v += c (g^2 - v); p -= rate * g / (sqrt(v + inside) + outside)}.
   *
   * @param c 1 - decay of the squared-gradient average
   * @param inside epsilon under the root (TensorFlow), or 0
   * @param outside epsilon beside the root (PyTorch), or 0
   */
  void rmsProp(
      int n, float[] p, float[] g, float[] v, float c, float rate, float inside, float outside);

  /**
   * A step of one row of an {@link Lstm}: {@code c = f c0 + i g; h = o tanh c}, for n units.
   *
   * @param s holds the gates i, f, o, g, n values each from {@code gates}, and c0; receives c and tanh c
   */
  void lstm(int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt);

  /**
   * The way back through {@link #lstm}: writes the slopes of what goes into the gates to {@code s[dz..]}, 4 x n values,
   * and replaces that of c by that of c0.
   *
   * @param s also holds the slopes of h and c that come from the next step, n values each from {@code dh} and {@code
   *     dc}
   * @param dy slope of h as an output, read at dyAt
   */
  void lstmGradient(
      int n, float[] s, int gates, int c0, int tanhC, int dh, int dc, int dz, float[] dy, int dyAt);

  /**
   * A step of one row of a {@link Gru}: {@code t = tanh(z + r q); h = t + u (h0 - t)}, for n units.
   *
   * @param s holds the gates r, u and z, n values each from {@code gates}, q and h0; t takes the place of z
   */
  void gru(int n, float[] s, int gates, int q, int h0, float[] h, int hAt);

  /**
   * The way back through {@link #gru}: writes the slopes of what goes into the gates to {@code s[dz..]}, 3 x n values,
   * that of q to {@code s[dq..]}, and replaces that of h by the part of h0's that goes past the gates.
   *
   * @param s also holds the slope of h that comes from the next step, n values from {@code dh}
   * @param dy slope of h as an output, read at dyAt
   */
  void gruGradient(
      int n, float[] s, int gates, int q, int h0, int dh, int dz, int dq, float[] dy, int dyAt);
}
