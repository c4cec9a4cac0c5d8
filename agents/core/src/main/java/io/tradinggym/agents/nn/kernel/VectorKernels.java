package io.tradinggym.agents.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels with the Vector API, at the widest vectors of this machine. What is left over after whole vectors is done
 * by the plain kernels, which compute the same bits. Loaded by name only: see {@link KernelChoice}.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final PlainKernels PLAIN = PlainKernels.INSTANCE;

  VectorKernels() {}

  @Override
  public String name() {
    return "vector " + S.vectorBitSize();
  }

  @Override
  public void product(Operands of) {
    VectorProduct.product(of);
  }

  @Override
  public void activate(Activation f, int n, float[] x, int xAt, float[] y, int yAt) {
    // A method for each loop: see VectorMath.
    switch (f) {
      case IDENTITY -> System.arraycopy(x, xAt, y, yAt, n);
      case RELU -> relu(n, x, xAt, y, yAt);
      case TANH -> tanh(n, x, xAt, y, yAt);
      case SIGMOID -> sigmoid(n, x, xAt, y, yAt);
      case SILU -> silu(n, x, xAt, y, yAt);
    }
  }

  private static void relu(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, x, xAt + i);
      v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(y, yAt + i);
    }
    PLAIN.activate(Activation.RELU, n - whole, x, xAt + whole, y, yAt + whole);
  }

  private static void tanh(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    VectorMath.tanh(whole, x, xAt, y, yAt);
    PLAIN.activate(Activation.TANH, n - whole, x, xAt + whole, y, yAt + whole);
  }

  private static void sigmoid(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    VectorMath.sigmoid(whole, x, xAt, y, yAt);
    PLAIN.activate(Activation.SIGMOID, n - whole, x, xAt + whole, y, yAt + whole);
  }

  private static void silu(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    VectorMath.sigmoid(whole, x, xAt, y, yAt);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector s = FloatVector.fromArray(S, y, yAt + i);
      FloatVector.fromArray(S, x, xAt + i).mul(s).intoArray(y, yAt + i);
    }
    PLAIN.activate(Activation.SILU, n - whole, x, xAt + whole, y, yAt + whole);
  }

  @Override
  public void activationGradient(
      Activation f, int n, float[] x, int xAt, float[] y, float[] dy, int dyAt, float[] dx) {
    int whole = S.loopBound(n);
    switch (f) {
      case IDENTITY -> System.arraycopy(dy, dyAt, dx, 0, whole);
      case RELU -> reluGradient(whole, y, dy, dyAt, dx);
      case TANH -> tanhGradient(whole, y, dy, dyAt, dx);
      case SIGMOID -> sigmoidGradient(whole, y, dy, dyAt, dx);
      case SILU -> siluGradient(whole, x, xAt, y, dy, dyAt, dx);
    }
    PLAIN.activationGradient(f, whole, n, x, xAt, y, dy, dyAt, dx);
  }

  private static void reluGradient(int whole, float[] y, float[] dy, int dyAt, float[] dx) {
    // times 0 or 1 as in plain Java, not a blend: the sign of zero and NaN come out the same.
    FloatVector zero = FloatVector.zero(S);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, y, i);
      FloatVector slope = zero.blend(1f, v.compare(VectorOperators.GT, 0f));
      FloatVector.fromArray(S, dy, dyAt + i).mul(slope).intoArray(dx, i);
    }
  }

  private static void tanhGradient(int whole, float[] y, float[] dy, int dyAt, float[] dx) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, y, i);
      FloatVector.fromArray(S, dy, dyAt + i).mul(v.neg().fma(v, one)).intoArray(dx, i);
    }
  }

  private static void sigmoidGradient(int whole, float[] y, float[] dy, int dyAt, float[] dx) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, y, i);
      FloatVector.fromArray(S, dy, dyAt + i).mul(v.mul(one.sub(v))).intoArray(dx, i);
    }
  }

  private static void siluGradient(
      int whole, float[] x, int xAt, float[] y, float[] dy, int dyAt, float[] dx) {
    VectorMath.sigmoid(whole, x, xAt, dx, 0);
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector s = FloatVector.fromArray(S, dx, i);
      FloatVector slope = FloatVector.fromArray(S, y, i).fma(one.sub(s), s);
      FloatVector.fromArray(S, dy, dyAt + i).mul(slope).intoArray(dx, i);
    }
  }

  @Override
  public void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    VectorMath.exp(whole, x, xAt, y, yAt);
    PLAIN.exp(n - whole, x, xAt + whole, y, yAt + whole);
  }

  /** Apart from {@link #activate}: C2 has no room in one method for two functions that are both hot. */
  @Override
  public void sigmoid(int n, float[] x, int at) {
    sigmoid(n, x, at, x, at);
  }

  @Override
  public void add(int n, float[] x, float[] sum) {
    int whole = S.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(S, sum, i).add(FloatVector.fromArray(S, x, i)).intoArray(sum, i);
    }
    PLAIN.add(whole, n, x, sum);
  }

  @Override
  public void scale(int n, float factor, float[] x) {
    int whole = S.loopBound(n);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(S, x, i).mul(factor).intoArray(x, i);
    }
    PLAIN.scale(whole, n, factor, x);
  }

  @Override
  public void blend(int n, float tau, float[] source, float[] target) {
    int whole = S.loopBound(n);
    FloatVector share = FloatVector.broadcast(S, tau);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector t = FloatVector.fromArray(S, target, i);
      share.fma(FloatVector.fromArray(S, source, i).sub(t), t).intoArray(target, i);
    }
    PLAIN.blend(whole, n, tau, source, target);
  }

  @Override
  public void adam(
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
      float epsilon) {
    int whole = S.loopBound(n);
    FloatVector c1s = FloatVector.broadcast(S, c1);
    FloatVector c2s = FloatVector.broadcast(S, c2);
    FloatVector minusRate = FloatVector.broadcast(S, -rate);
    FloatVector roots = FloatVector.broadcast(S, root);
    FloatVector epsilons = FloatVector.broadcast(S, epsilon);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector gi = FloatVector.fromArray(S, g, i);
      FloatVector mi = FloatVector.fromArray(S, m, i);
      FloatVector vi = FloatVector.fromArray(S, v, i);
      FloatVector mean = c1s.fma(gi.sub(mi), mi);
      FloatVector square = c2s.fma(gi.fma(gi, vi.neg()), vi);
      mean.intoArray(m, i);
      square.intoArray(v, i);
      FloatVector denominator = square.sqrt().fma(roots, epsilons);
      FloatVector kept = FloatVector.fromArray(S, p, i).mul(keep);
      minusRate.fma(mean.div(denominator), kept).intoArray(p, i);
    }
    PLAIN.adam(whole, n, p, g, m, v, keep, c1, c2, rate, root, epsilon);
  }

  @Override
  public void rmsProp(
      int n, float[] p, float[] g, float[] v, float c, float rate, float inside, float outside) {
    int whole = S.loopBound(n);
    FloatVector cs = FloatVector.broadcast(S, c);
    FloatVector minusRate = FloatVector.broadcast(S, -rate);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector gi = FloatVector.fromArray(S, g, i);
      FloatVector vi = FloatVector.fromArray(S, v, i);
      FloatVector square = cs.fma(gi.fma(gi, vi.neg()), vi);
      square.intoArray(v, i);
      FloatVector step = gi.div(square.add(inside).sqrt().add(outside));
      minusRate.fma(step, FloatVector.fromArray(S, p, i)).intoArray(p, i);
    }
    PLAIN.rmsProp(whole, n, p, g, v, c, rate, inside, outside);
  }

  @Override
  public void lstm(int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt) {
    VectorGates.lstm(n, s, gates, c0, c, tanhC, h, hAt);
  }

  @Override
  public void lstmGradient(
      int n,
      float[] s,
      int gates,
      int c0,
      int tanhC,
      int dh,
      int dc,
      int dz,
      float[] dy,
      int dyAt) {
    VectorGates.lstmGradient(n, s, gates, c0, tanhC, dh, dc, dz, dy, dyAt);
  }

  @Override
  public void gru(int n, float[] s, int gates, int q, int h0, float[] h, int hAt) {
    VectorGates.gru(n, s, gates, q, h0, h, hAt);
  }

  @Override
  public void gruGradient(
      int n, float[] s, int gates, int q, int h0, int dh, int dz, int dq, float[] dy, int dyAt) {
    VectorGates.gruGradient(n, s, gates, q, h0, dh, dz, dq, dy, dyAt);
  }
}
