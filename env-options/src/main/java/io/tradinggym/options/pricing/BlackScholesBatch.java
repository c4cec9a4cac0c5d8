package io.tradinggym.options.pricing;

import java.util.Arrays;

/**
 * {@link BlackScholes} for whole chains: price, delta, gamma, vega and theta of many contracts in one pass, without
 * allocation.
 *
 * <p>Works through the columns in blocks that stay in the first-level cache, stage by stage. Prices differ from the
 * scalar form by at most 1e-15 times spot plus strike (they are not relatively exact far from the money), Greeks by
 * 1e-14 of their size. A NaN among a contract's inputs makes its outputs NaN and touches no other contract; without
 * time or volatility gamma and vega are 0.
 *
 * <p>Holds scratch memory: one instance serves one thread.
 */
public final class BlackScholesBatch {
  static final int BLOCK = 128;

  /** A standard deviation below this counts as none; ratios with it stay finite. */
  private static final double NOTHING = 1e-150;

  private final double[] asset = new double[BLOCK];
  private final double[] cash = new double[BLOCK];
  private final double[] deviation = new double[BLOCK];
  private final double[] d1 = new double[BLOCK];
  private final double[] d2 = new double[BLOCK];
  private final double[] density = new double[BLOCK];
  private final double[] tail1 = new double[BLOCK];
  private final double[] tail2 = new double[BLOCK];
  private final double[] y = new double[BLOCK];
  private final double[] z = new double[BLOCK];
  private final double[] scratch = new double[BLOCK];

  /** Makes the scratch memory, some 11 kB. */
  public BlackScholesBatch() {}

  /**
   * Writes price, delta, gamma, vega and theta of contracts {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param columns the options, and where the results go
   * @param from index of the first contract, from 0
   * @param to index after the last contract
   */
  public void value(OptionColumns columns, int from, int to) {
    for (int start = from; start < to; start += BLOCK) {
      block(columns, start, Math.min(BLOCK, to - start));
    }
  }

  private void block(OptionColumns c, int start, int n) {
    discountFactors(c, start, n);
    standardise(c, start, n);

    // Densities and tails: A n(d1) N(-|d|) / n(d) by Mills' ratio, with B n(d2) = A n(d1).
    for (int i = 0; i < n; i++) {
      density[i] = -0.5 * d1[i] * d1[i];
    }
    BlockMath.exp(density, y, z, n);
    for (int i = 0; i < n; i++) {
      y[i] = Math.abs(d1[i]);
      z[i] = Math.abs(d2[i]);
      density[i] *= Normal.INVERSE_SQRT_2PI;
    }
    BlockMath.mills(y, tail1, scratch, n);
    BlockMath.mills(z, tail2, scratch, n);
    assemble(c, start, n);
  }

  /** The discount factors e^(-qT) and e^(-rT); of one expiry they are alike, and worked out once. */
  private void discountFactors(OptionColumns c, int start, int n) {
    double[] years = c.years;
    double[] rate = c.rate;
    double[] yield = c.dividendYield;
    boolean once = alike(years, start, n) && alike(rate, start, n) && alike(yield, start, n);
    int different = once ? 1 : n;
    for (int i = 0; i < different; i++) {
      asset[i] = -yield[start + i] * years[start + i];
      cash[i] = -rate[start + i] * years[start + i];
    }
    BlockMath.exp(asset, y, z, different);
    BlockMath.exp(cash, y, z, different);
    if (once) {
      Arrays.fill(asset, 0, n, asset[0]);
      Arrays.fill(cash, 0, n, cash[0]);
    }
  }

  /** Whether all are the first to the bit. */
  private static boolean alike(double[] column, int start, int n) {
    long first = Double.doubleToRawLongBits(column[start]);
    long different = 0;
    for (int i = 0; i < n; i++) {
      different |= Double.doubleToRawLongBits(column[start + i]) ^ first;
    }
    return different == 0;
  }

  /** Total deviation, d1 and d2. */
  private void standardise(OptionColumns c, int start, int n) {
    System.arraycopy(c.spot, start, d1, 0, n);
    System.arraycopy(c.strike, start, d2, 0, n);
    BlockMath.logRatio(d1, d2, y, z, n);
    double[] years = c.years;
    double[] rate = c.rate;
    double[] yield = c.dividendYield;
    double[] volatility = c.volatility;
    for (int i = 0; i < n; i++) {
      double t = years[start + i];
      double v = Math.max(volatility[start + i] * Math.sqrt(t), NOTHING);
      double x = Math.fma(rate[start + i] - yield[start + i], t, d1[i]);
      double first = Math.fma(0.5, v, x / v);
      deviation[i] = v;
      d1[i] = first;
      d2[i] = first - v;
    }
  }

  private void assemble(OptionColumns c, int start, int n) {
    for (int i = 0; i < n; i++) {
      int at = start + i;
      double sign = c.sign[at];
      double spot = c.spot[at];
      double v = deviation[i];
      double a = spot * asset[i];
      double b = c.strike[at] * cash[i];
      double n1 = v > NOTHING ? density[i] : 0;
      double both = a * density[i];
      // A N(c d1) and B N(c d2): the small tail itself, or all but the small tail.
      double small1 = both * tail1[i];
      double small2 = both * tail2[i];
      double leg1 = sign * d1[i] > 0 ? a - small1 : small1;
      double leg2 = sign * d2[i] > 0 ? b - small2 : small2;
      double root = Math.sqrt(c.years[at]);
      double aDensity = a * n1;
      c.price[at] = Math.max(sign * (leg1 - leg2), 0);
      c.delta[at] = sign * leg1 / spot;
      c.gamma[at] = aDensity / (spot * spot * v);
      c.vega[at] = aDensity * root;
      double decay = n1 == 0 ? 0 : aDensity * c.volatility[at] / (2 * root);
      c.theta[at] = sign * (c.dividendYield[at] * leg1 - c.rate[at] * leg2) - decay;
    }
  }
}
