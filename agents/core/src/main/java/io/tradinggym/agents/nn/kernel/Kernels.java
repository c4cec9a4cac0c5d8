package io.tradinggym.agents.nn.kernel;

import io.tradinggym.agents.nn.Gru;
import io.tradinggym.agents.nn.Lstm;
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

  /** {@return the plain-Java kernels; always there} */
  static Kernels plain() {
    return PlainKernels.INSTANCE;
  }

  /** {@return the Vector API kernels, present if the JVM runs with {@code --add-modules jdk.incubator.vector}} */
  static Optional<Kernels> vector() {
    return KernelChoice.VECTOR;
  }

  /**
   * {@return the Vector API kernels if the JVM offers them, else the plain ones} Same bits, other speed.
   */
  static Kernels fastest() {
    return KernelChoice.FASTEST;
  }

  /** {@return the name for reports, such as {@code vector 512} or {@code plain}} */
  String name();

  /**
   * Matrix product with a start value, {@code C = D + A B}: each sum starts from D and runs over ascending k with fused
   * multiply-add.
   *
   * @param of what is multiplied: arrays, places and sizes
   */
  void product(Operands of);

  /**
   * {@code y = f(x)} for n values; y may be x, at the same offset, but for SILU, which takes x twice.
   *
   * @param f the activation
   * @param n how many values, &gt;= 0
   * @param x what the function is taken of, read from {@code xAt}
   * @param xAt index of the first input
   * @param y receives the function's values
   * @param yAt index of the first output
   */
  void activate(Activation f, int n, float[] x, int xAt, float[] y, int yAt);

  /**
   * {@code dx = dy * f'(x)} for n values, where y = f(x) is already known.
   *
   * @param f the activation
   * @param n how many values, &gt;= 0
   * @param x inputs of the activation, read at xAt
   * @param xAt index of the first input
   * @param y its outputs, read from 0
   * @param dy gradient of the loss with respect to y, read at dyAt
   * @param dyAt index of its first float
   * @param dx written from 0; none of the others
   */
  void activationGradient(
      Activation f, int n, float[] x, int xAt, float[] y, float[] dy, int dyAt, float[] dx);

  /**
   * {@code y = exp(x)} for n values, as {@link FloatMath#exp}; y may be x, at the same offset.
   *
   * @param n how many values, &gt;= 0
   * @param x exponents, read from {@code xAt}
   * @param xAt index of the first input
   * @param y receives the powers
   * @param yAt index of the first output
   */
  void exp(int n, float[] x, int xAt, float[] y, int yAt);

  /**
   * {@code x = 1 / (1 + exp(-x))} for n values, as {@link FloatMath#sigmoid}: what the gates of a memory are.
   *
   * @param n how many values, &gt;= 0
   * @param x replaced by the function's values, from {@code at}
   * @param at index of the first value
   */
  void sigmoid(int n, float[] x, int at);

  /**
   * {@code sum += x} for n values, both from 0.
   *
   * @param n how many values, &gt;= 0
   * @param x what is added, from 0
   * @param sum what is added to, from 0
   */
  void add(int n, float[] x, float[] sum);

  /**
   * {@code x *= factor} for n values, from 0.
   *
   * @param n how many values, &gt;= 0
   * @param factor that every value is multiplied by
   * @param x changed in place, from 0
   */
  void scale(int n, float factor, float[] x);

  /**
   * {@code target += tau (source - target)} for n values, both from 0: Polyak averaging.
   *
   * @param n how many values, &gt;= 0
   * @param tau how far, in (0, 1]
   * @param source what is followed
   * @param target what follows, changed in place
   */
  void blend(int n, float tau, float[] source, float[] target);

  /**
   * One step of Adam on n values, from 0: {@code p *= keep; m += c1 (g - m); v += c2 (g^2 - v); p -= rate * m /
   * (sqrt(v) * root + epsilon)}.
   *
   * @param n how many values, &gt;= 0
   * @param p the parameters, changed in place
   * @param g their gradient
   * @param m the mean gradient, changed in place
   * @param v the mean squared gradient, changed in place
   * @param keep 1 - learning rate x weight decay
   * @param c1 1 - beta1
   * @param c2 1 - beta2
   * @param rate learning rate / (1 - beta1^t)
   * @param root 1 / sqrt(1 - beta2^t)
   * @param epsilon what keeps the division away from 0, &gt; 0
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
   * @param n how many values, &gt;= 0
   * @param p the parameters, changed in place
   * @param g their gradient
   * @param v the mean squared gradient, changed in place
   * @param c 1 - decay of the squared-gradient average
   * @param rate the learning rate
   * @param inside epsilon under the root (TensorFlow), or 0
   * @param outside epsilon beside the root (PyTorch), or 0
   */
  void rmsProp(
      int n, float[] p, float[] g, float[] v, float c, float rate, float inside, float outside);

  /**
   * A step of one row of an {@link Lstm}: {@code c = f c0 + i g; h = o tanh c}, for n units.
   *
   * @param n how many values, &gt;= 0
   * @param s holds the gates i, f, o, g, n values each from {@code gates}, and c0; receives c and tanh c
   * @param gates where the gates begin in {@code s}
   * @param c0 where the cell before begins in {@code s}
   * @param c where the new cell begins in {@code s}
   * @param tanhC where tanh c begins in {@code s}
   * @param h the new state, which is the output
   * @param hAt index of its first float
   */
  void lstm(int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt);

  /**
   * The way back through {@link #lstm}: writes the slopes of what goes into the gates to {@code s[dz..]}, 4 x n values,
   * and replaces that of c by that of c0.
   *
   * @param n how many values, &gt;= 0
   * @param s also holds the slopes of h and c that come from the next step, n values each from {@code dh} and {@code
   *     dc}
   * @param gates where the gates begin in {@code s}
   * @param c0 where the cell before begins in {@code s}
   * @param tanhC where tanh c begins in {@code s}
   * @param dh where the gradient of h begins in {@code s}
   * @param dc where the gradient of c begins in {@code s}
   * @param dz where the gradients of what goes into the gates begin in {@code s}
   * @param dy slope of h as an output, read at dyAt
   * @param dyAt index of its first float
   */
  void lstmGradient(
      int n, float[] s, int gates, int c0, int tanhC, int dh, int dc, int dz, float[] dy, int dyAt);

  /**
   * A step of one row of a {@link Gru}: {@code t = tanh(z + r q); h = t + u (h0 - t)}, for n units.
   *
   * @param n how many values, &gt;= 0
   * @param s holds the gates r, u and z, n values each from {@code gates}, q and h0; t takes the place of z
   * @param gates where the gates begin in {@code s}
   * @param q where q begins in {@code s}
   * @param h0 where the state before begins in {@code s}
   * @param h the new state, which is the output
   * @param hAt index of its first float
   */
  void gru(int n, float[] s, int gates, int q, int h0, float[] h, int hAt);

  /**
   * The way back through {@link #gru}: writes the slopes of what goes into the gates to {@code s[dz..]}, 3 x n values,
   * that of q to {@code s[dq..]}, and replaces that of h by the part of h0's that goes past the gates.
   *
   * @param n how many values, &gt;= 0
   * @param s also holds the slope of h that comes from the next step, n values from {@code dh}
   * @param gates where the gates begin in {@code s}
   * @param q where q begins in {@code s}
   * @param h0 where the state before begins in {@code s}
   * @param dh where the gradient of h begins in {@code s}
   * @param dz where the gradients of what goes into the gates begin in {@code s}
   * @param dq where the gradient of q begins in {@code s}
   * @param dy slope of h as an output, read at dyAt
   * @param dyAt index of its first float
   */
  void gruGradient(
      int n, float[] s, int gates, int q, int h0, int dh, int dz, int dq, float[] dy, int dyAt);
}
