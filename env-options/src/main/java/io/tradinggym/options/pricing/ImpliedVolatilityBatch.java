package io.tradinggym.options.pricing;

import io.tradinggym.options.pricing.ImpliedVolatility.Outcome;

/**
 * {@link ImpliedVolatility} for whole chains, without allocation.
 *
 * <p>Contracts whose total deviation is moderate (nearly all of a chain) go through together: the first guess inverts
 * Bachelier's formula, which depends on one variable alone, and two steps of Householder's third method on ln b
 * finish. The others, and any that did not settle, go through the scalar solver. Both agree to a few units in the
 * last place.
 *
 * <p>Holds scratch memory: one instance serves one thread.
 */
public final class ImpliedVolatilityBatch {
  private static final int BLOCK = BlackScholesBatch.BLOCK;
  private static final double HALF_LOG_2PI = 0.9189385332046728;

  /** Up to here, relative to max(1, a), the nine-node quadrature of {@link NormalisedBlack} is exact. */
  private static final double WIDE = 0.25;

  /** A last step below this, relatively, was exact: the method is of fourth order. */
  private static final double SETTLED = 1e-4;

  /** Of fourth order: two leave nothing of the guess where the fast path holds. */
  private static final int STEPS = 2;

  /** Smallest price whose logarithm the fast path may take. */
  private static final double SMALLEST = 1e-290;

  /**
   * (w + 3) a / w^2 by falling powers of (w - 3) / (w + 3), where a solves n(a) / a - N(-a) = b / x (Bachelier) and
   * w^2 = 2 ln(1 + x / b); relative error 2e-4.
   */
  private static final double[] BACHELIER = {
    0.9315637963538129,
    -0.40887270278904386,
    -4.201303177890321,
    0.8148178480123149,
    7.267610446854875,
    -0.4552458497626091,
    -6.608781104111235,
    -0.19999796271662917,
    3.6993617202218045,
    0.5011247087187988,
    -1.550503506855199,
    -0.5935861916215759,
    0.6458087592744773,
    1.1238412640734696
  };

  private final double[] asset = new double[BLOCK];
  private final double[] cash = new double[BLOCK];
  private final double[] x = new double[BLOCK];
  private final double[] beta = new double[BLOCK];
  private final double[] s = new double[BLOCK];
  private final double[] a = new double[BLOCK];
  private final double[] t = new double[BLOCK];
  private final double[] sum = new double[BLOCK];
  private final double[] density = new double[BLOCK];
  private final double[] step = new double[BLOCK];
  private final double[] y = new double[BLOCK];
  private final double[] z = new double[BLOCK];

  /** Makes the scratch memory, some 12 kB. */
  public ImpliedVolatilityBatch() {}

  /**
   * Reads price and contract columns, writes the volatility column (NaN where there is none) and the outcomes.
   *
   * @param columns the contracts and their prices, and where volatilities go
   * @param from index of the first contract, from 0
   * @param to index after the last contract
   * @param outcomes out, by contract index
   */
  public void solve(OptionColumns columns, int from, int to, Outcome[] outcomes) {
    for (int start = from; start < to; start += BLOCK) {
      block(columns, start, Math.min(BLOCK, to - start), outcomes);
    }
  }

  private void block(OptionColumns c, int start, int n, Outcome[] outcomes) {
    deviations(c, start, n, STEPS);
    for (int i = 0; i < n; i++) {
      write(c, start + i, i, outcomes);
    }
  }

  /** Finds deviations of one block by the fast path: {@link #deviation}. */
  void deviations(OptionColumns c, int start, int n, int steps) {
    normalise(c, start, n);
    guess(n);
    for (int step = 0; step < steps; step++) {
      householder(n);
    }
  }

  /** What the fast path found for a contract of the block, sigma sqrt(T). */
  double deviation(int i) {
    return s[i];
  }

  /** Discounted legs, moneyness x and normalised time value beta. */
  private void normalise(OptionColumns c, int start, int n) {
    for (int i = 0; i < n; i++) {
      double years = c.years[start + i];
      asset[i] = -c.dividendYield[start + i] * years;
      cash[i] = -c.rate[start + i] * years;
    }
    BlockMath.exp(asset, y, z, n);
    BlockMath.exp(cash, y, z, n);
    for (int i = 0; i < n; i++) {
      asset[i] *= c.spot[start + i];
      cash[i] *= c.strike[start + i];
      x[i] = asset[i];
      s[i] = cash[i];
    }
    BlockMath.logRatio(x, s, y, z, n);
    for (int i = 0; i < n; i++) {
      double intrinsic = Math.max(c.sign[start + i] * (asset[i] - cash[i]), 0);
      double timeValue = c.price[start + i] - intrinsic;
      x[i] = Math.abs(x[i]);
      beta[i] = Math.max(timeValue / (Math.sqrt(asset[i]) * Math.sqrt(cash[i])), SMALLEST);
    }
  }

  /** s = x / a with a by Bachelier; at the money, where x / b vanishes, a tiny x leads to the same s. */
  private void guess(int n) {
    for (int i = 0; i < n; i++) {
      double distinct = Math.max(x[i], 1e-8 * beta[i]);
      density[i] = distinct;
      s[i] = distinct + beta[i];
      step[i] = beta[i];
    }
    BlockMath.logRatio(s, step, y, z, n);
    for (int i = 0; i < n; i++) {
      double w = Math.sqrt(2 * s[i]);
      s[i] = w;
      y[i] = (w - 3) / (w + 3);
    }
    BlockMath.horner(BACHELIER, y, a, n);
    for (int i = 0; i < n; i++) {
      double w = s[i];
      s[i] = density[i] * (w + 3) / (w * w * a[i]);
    }
  }

  /** One step on ln b, everywhere by quadrature. */
  private void householder(int n) {
    for (int i = 0; i < n; i++) {
      double half = 0.5 * s[i];
      double far = x[i] / s[i];
      a[i] = far;
      t[i] = half;
      sum[i] = 0;
      density[i] = -0.5 * Math.fma(far, far, half * half) - HALF_LOG_2PI;
    }
    BlockMath.exp(density, y, z, n);
    BlockMath.addMillsSlope(a, t, 0, 0.3302393550012598, sum, y, z, n);
    BlockMath.addMillsSlopes(a, t, 0.3242534234038089, 0.31234707704000286, sum, y, z, n);
    BlockMath.addMillsSlopes(a, t, 0.6133714327005904, 0.26061069640293544, sum, y, z, n);
    BlockMath.addMillsSlopes(a, t, 0.8360311073266358, 0.1806481606948574, sum, y, z, n);
    BlockMath.addMillsSlopes(a, t, 0.9681602395076261, 0.08127438836157441, sum, y, z, n);
    for (int i = 0; i < n; i++) {
      sum[i] *= t[i];
      step[i] = beta[i];
      density[i] = Math.max(density[i] * sum[i], SMALLEST);
    }
    BlockMath.logRatio(step, density, y, z, n);
    for (int i = 0; i < n; i++) {
      double deviation = s[i];
      double inverse = 1 / sum[i];
      double newton = step[i] * sum[i];
      double second = (a[i] * a[i] - t[i] * t[i]) / deviation;
      double third = second * second - 3 * (a[i] / deviation) * (a[i] / deviation) - 0.25;
      double h2 = second - inverse;
      double h3 = third + inverse * (2 * inverse - 3 * second);
      double move = newton * (1 + 0.5 * h2 * newton) / (1 + newton * (h2 + h3 * newton / 6));
      move = Math.max(-0.5 * deviation, Math.min(deviation, move));
      step[i] = move;
      s[i] = deviation + move;
    }
  }

  private void write(OptionColumns c, int at, int i, Outcome[] outcomes) {
    double price = c.price[at];
    OptionType type = c.sign[at] > 0 ? OptionType.CALL : OptionType.PUT;
    Outcome outcome = ImpliedVolatility.classify(type, price, asset[i], cash[i]);
    if (!outcome.hasVolatility()) {
      outcomes[at] = outcome;
      c.volatility[at] = Double.NaN;
      return;
    }
    double deviation = s[i];
    double limit = WIDE * Math.max(1, x[i] / deviation);
    boolean settled =
        Math.abs(step[i]) <= SETTLED * deviation && 0.5 * deviation < limit && beta[i] > SMALLEST;
    if (!settled) {
      deviation = ImpliedVolatility.deviation(type, price, asset[i], cash[i]);
    }
    outcomes[at] = ImpliedVolatility.information(price, asset[i], cash[i], deviation);
    c.volatility[at] = deviation / Math.sqrt(c.years[at]);
  }
}
