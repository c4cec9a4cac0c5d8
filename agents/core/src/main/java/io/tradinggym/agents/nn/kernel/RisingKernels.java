package io.tradinggym.agents.nn.kernel;

/**
 * The plain kernels until the vector ones are compiled, function by function: see {@link Warmth}. The bits are the same,
 * and a program that has just been started computes nothing with vectors that are objects. Loaded by name only: see
 * {@link KernelChoice}.
 */
final class RisingKernels implements Kernels {
  /** Multiply-adds that a value of an exponential, of a hyperbolic tangent or of Adam is worth, roughly. */
  private static final long FUNCTION = 10;

  private static final int LENGTH = 1040;

  private final Kernels plain = PlainKernels.INSTANCE;
  private final Kernels vector = new VectorKernels();

  private final Warmth.Effort effort = new Warmth.Effort();

  // What the trials read and write.
  private final float[] x = new float[LENGTH];
  private final float[] y = new float[LENGTH];
  private final float[] m = new float[LENGTH];
  private final float[] v = new float[LENGTH];
  private final float[] units = new float[16 * LENGTH];

  private final Warmth product = Warmth.of(effort, VectorTiles.trials());
  private final Warmth[] activations = new Warmth[Activation.values().length];
  private final Warmth[] gradients = new Warmth[Activation.values().length];
  private final Warmth exp = Warmth.ofCalling(effort, n -> vector.exp(n, x, 0, y, 0));
  private final Warmth sigmoid = Warmth.ofCalling(effort, n -> vector.sigmoid(n, x, 0));
  private final Warmth add = Warmth.of(effort, n -> vector.add(n, x, y));
  private final Warmth scale = Warmth.of(effort, n -> vector.scale(n, 1, x));
  private final Warmth blend = Warmth.of(effort, n -> vector.blend(n, 1, x, y));
  private final Warmth adam =
      Warmth.of(effort, n -> vector.adam(n, x, y, m, v, 1, 0.1f, 0.001f, 1e-3f, 1, 1e-8f));
  private final Warmth rmsProp =
      Warmth.of(effort, n -> vector.rmsProp(n, x, y, v, 0.01f, 1e-3f, 1e-5f, 0));
  private final Warmth lstm =
      Warmth.ofCalling(
          effort, n -> vector.lstm(n, units, 0, 4 * LENGTH, 5 * LENGTH, 6 * LENGTH, y, 0));
  private final Warmth lstmGradient =
      Warmth.ofCalling(
          effort,
          n ->
              vector.lstmGradient(
                  n, units, 0, 4 * LENGTH, 6 * LENGTH, 7 * LENGTH, 8 * LENGTH, 9 * LENGTH, y, 0));
  private final Warmth gru =
      Warmth.ofCalling(effort, n -> vector.gru(n, units, 0, 4 * LENGTH, 5 * LENGTH, y, 0));
  private final Warmth gruGradient =
      Warmth.ofCalling(
          effort,
          n ->
              vector.gruGradient(
                  n, units, 0, 4 * LENGTH, 5 * LENGTH, 6 * LENGTH, 7 * LENGTH, 10 * LENGTH, y, 0));

  RisingKernels() {
    for (Activation f : Activation.values()) {
      activations[f.ordinal()] = Warmth.ofCalling(effort, n -> vector.activate(f, n, x, 0, y, 0));
      gradients[f.ordinal()] =
          Warmth.ofCalling(effort, n -> vector.activationGradient(f, n, x, 0, y, m, 0, v));
    }
  }

  @Override
  public String name() {
    return vector.name();
  }

  @Override
  public void product(Operands of) {
    (product.readyFor((long) of.rows * of.columns * of.depth) ? vector : plain).product(of);
  }

  @Override
  public void activate(Activation f, int n, float[] x, int xAt, float[] y, int yAt) {
    (activations[f.ordinal()].readyFor(FUNCTION * n) ? vector : plain)
        .activate(f, n, x, xAt, y, yAt);
  }

  @Override
  public void activationGradient(
      Activation f, int n, float[] x, int xAt, float[] y, float[] dy, int dyAt, float[] dx) {
    (gradients[f.ordinal()].readyFor(n) ? vector : plain)
        .activationGradient(f, n, x, xAt, y, dy, dyAt, dx);
  }

  @Override
  public void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    (exp.readyFor(FUNCTION * n) ? vector : plain).exp(n, x, xAt, y, yAt);
  }

  @Override
  public void sigmoid(int n, float[] x, int at) {
    (sigmoid.readyFor(FUNCTION * n) ? vector : plain).sigmoid(n, x, at);
  }

  @Override
  public void add(int n, float[] x, float[] sum) {
    (add.readyFor(n) ? vector : plain).add(n, x, sum);
  }

  @Override
  public void scale(int n, float factor, float[] x) {
    (scale.readyFor(n) ? vector : plain).scale(n, factor, x);
  }

  @Override
  public void blend(int n, float tau, float[] source, float[] target) {
    (blend.readyFor(n) ? vector : plain).blend(n, tau, source, target);
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
    (adam.readyFor(FUNCTION * n) ? vector : plain)
        .adam(n, p, g, m, v, keep, c1, c2, rate, root, epsilon);
  }

  @Override
  public void rmsProp(
      int n, float[] p, float[] g, float[] v, float c, float rate, float inside, float outside) {
    (rmsProp.readyFor(FUNCTION * n) ? vector : plain).rmsProp(n, p, g, v, c, rate, inside, outside);
  }

  @Override
  public void lstm(int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt) {
    (lstm.readyFor(FUNCTION * n) ? vector : plain).lstm(n, s, gates, c0, c, tanhC, h, hAt);
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
    (lstmGradient.readyFor(FUNCTION * n) ? vector : plain)
        .lstmGradient(n, s, gates, c0, tanhC, dh, dc, dz, dy, dyAt);
  }

  @Override
  public void gru(int n, float[] s, int gates, int q, int h0, float[] h, int hAt) {
    (gru.readyFor(FUNCTION * n) ? vector : plain).gru(n, s, gates, q, h0, h, hAt);
  }

  @Override
  public void gruGradient(
      int n, float[] s, int gates, int q, int h0, int dh, int dz, int dq, float[] dy, int dyAt) {
    (gruGradient.readyFor(FUNCTION * n) ? vector : plain)
        .gruGradient(n, s, gates, q, h0, dh, dz, dq, dy, dyAt);
  }
}
