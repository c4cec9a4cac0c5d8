package io.tradinggym.agents.nn.kernel;

/** The kernels in plain Java: the meaning of {@link Kernels}, loop by loop, and the fallback without the Vector API. */
final class PlainKernels implements Kernels {
  static final PlainKernels INSTANCE = new PlainKernels();

  private PlainKernels() {}

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void product(Operands o) {
    for (int r = 0; r < o.rows; r++) {
      int to = o.cAt + r * o.cRow;
      int ar = o.aAt + r * o.aRow;
      System.arraycopy(o.d, o.dAt + r * o.dRow, o.c, to, o.columns);
      if (o.bColumn == 1) {
        row(o, ar, to);
      } else {
        strided(o, ar, to);
      }
    }
  }

  private static void row(Operands o, int aAt, int cAt) {
    int columns = o.columns;
    int depth = o.depth;
    float[] a = o.a;
    int aDepth = o.aDepth;
    float[] b = o.b;
    int bAt = o.bAt;
    int bDepth = o.bDepth;
    float[] c = o.c;
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      int ak = aAt + k * aDepth;
      float a0 = a[ak];
      float a1 = a[ak + aDepth];
      float a2 = a[ak + 2 * aDepth];
      float a3 = a[ak + 3 * aDepth];
      int b0 = bAt + k * bDepth;
      int b1 = b0 + bDepth;
      int b2 = b1 + bDepth;
      int b3 = b2 + bDepth;
      for (int j = 0; j < columns; j++) {
        float sum = Math.fma(a0, b[b0 + j], c[cAt + j]);
        sum = Math.fma(a1, b[b1 + j], sum);
        sum = Math.fma(a2, b[b2 + j], sum);
        c[cAt + j] = Math.fma(a3, b[b3 + j], sum);
      }
    }
    for (; k < depth; k++) {
      float ak = a[aAt + k * aDepth];
      int bk = bAt + k * bDepth;
      for (int j = 0; j < columns; j++) {
        c[cAt + j] = Math.fma(ak, b[bk + j], c[cAt + j]);
      }
    }
  }

  private static void strided(Operands o, int aAt, int cAt) {
    float[] a = o.a;
    float[] b = o.b;
    float[] c = o.c;
    for (int j = 0; j < o.columns; j++) {
      float sum = c[cAt + j];
      int bj = o.bAt + j * o.bColumn;
      for (int k = 0; k < o.depth; k++) {
        sum = Math.fma(a[aAt + k * o.aDepth], b[bj + k * o.bDepth], sum);
      }
      c[cAt + j] = sum;
    }
  }

  @Override
  public void activate(Activation f, int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = f.value(x[xAt + i]);
    }
  }

  @Override
  public void activationGradient(
      Activation f, int n, float[] x, int xAt, float[] y, float[] dy, int dyAt, float[] dx) {
    activationGradient(f, 0, n, x, xAt, y, dy, dyAt, dx);
  }

  void activationGradient(
      Activation f,
      int from,
      int n,
      float[] x,
      int xAt,
      float[] y,
      float[] dy,
      int dyAt,
      float[] dx) {
    for (int i = from; i < n; i++) {
      dx[i] = dy[dyAt + i] * f.derivative(x[xAt + i], y[i]);
    }
  }

  @Override
  public void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = FloatMath.exp(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(int n, float[] x, int at) {
    activate(Activation.SIGMOID, n, x, at, x, at);
  }

  @Override
  public void add(int n, float[] x, float[] sum) {
    add(0, n, x, sum);
  }

  void add(int from, int n, float[] x, float[] sum) {
    for (int i = from; i < n; i++) {
      sum[i] += x[i];
    }
  }

  @Override
  public void scale(int n, float factor, float[] x) {
    scale(0, n, factor, x);
  }

  void scale(int from, int n, float factor, float[] x) {
    for (int i = from; i < n; i++) {
      x[i] *= factor;
    }
  }

  @Override
  public void blend(int n, float tau, float[] source, float[] target) {
    blend(0, n, tau, source, target);
  }

  void blend(int from, int n, float tau, float[] source, float[] target) {
    for (int i = from; i < n; i++) {
      target[i] = Math.fma(tau, source[i] - target[i], target[i]);
    }
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
    adam(0, n, p, g, m, v, keep, c1, c2, rate, root, epsilon);
  }

  void adam(
      int from,
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
    for (int i = from; i < n; i++) {
      float mean = Math.fma(c1, g[i] - m[i], m[i]);
      float square = Math.fma(c2, Math.fma(g[i], g[i], -v[i]), v[i]);
      m[i] = mean;
      v[i] = square;
      float denominator = Math.fma((float) Math.sqrt(square), root, epsilon);
      p[i] = Math.fma(-rate, mean / denominator, p[i] * keep);
    }
  }

  @Override
  public void rmsProp(
      int n, float[] p, float[] g, float[] v, float c, float rate, float inside, float outside) {
    rmsProp(0, n, p, g, v, c, rate, inside, outside);
  }

  void rmsProp(
      int from,
      int n,
      float[] p,
      float[] g,
      float[] v,
      float c,
      float rate,
      float inside,
      float outside) {
    for (int i = from; i < n; i++) {
      float square = Math.fma(c, Math.fma(g[i], g[i], -v[i]), v[i]);
      v[i] = square;
      p[i] = Math.fma(-rate, g[i] / ((float) Math.sqrt(square + inside) + outside), p[i]);
    }
  }

  @Override
  public void lstm(int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt) {
    PlainGates.lstm(0, n, s, gates, c0, c, tanhC, h, hAt);
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
    PlainGates.lstmGradient(0, n, s, gates, c0, tanhC, dh, dc, dz, dy, dyAt);
  }

  @Override
  public void gru(int n, float[] s, int gates, int q, int h0, float[] h, int hAt) {
    PlainGates.gru(0, n, s, gates, q, h0, h, hAt);
  }

  @Override
  public void gruGradient(
      int n, float[] s, int gates, int q, int h0, int dh, int dz, int dq, float[] dy, int dyAt) {
    PlainGates.gruGradient(0, n, s, gates, q, h0, dh, dz, dq, dy, dyAt);
  }
}
