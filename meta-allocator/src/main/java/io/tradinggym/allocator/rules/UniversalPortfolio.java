package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Cover's universal portfolio: money is spread over all constant mixes by a Dirichlet law and left there. Its wealth is
 * the mean of theirs, its weights the mean of theirs by wealth.
 *
 * <p>Log wealth after T rounds is at most {@code (N-1) ln(T+1)} behind the best constant mix under the uniform law, and
 * at most {@code (N-1)/2 ln(T+1) + ln 2} under Dirichlet(1/2, ..., 1/2).
 *
 * <p>The mean is taken by Gauss quadrature in the fractions {@code b_1, b_2/(1-b_1), ...}, which are independent Beta
 * variables. It is exact up to {@code 2 x nodes - 1} rounds and close long after, at {@code nodes^(N-1)} numbers a
 * round: for few assets.
 *
 * @see <a href="https://doi.org/10.1111/j.1467-9965.1991.tb00002.x">Cover (1991)</a>, <a
 *     href="https://doi.org/10.1109/18.485708">Cover and Ordentlich (1996)</a>
 */
public final class UniversalPortfolio implements PortfolioRule {
  private static final int LARGEST = 4_000_000;

  private final int assets;
  private final double[] mixes;
  private final double[] prior;
  private final double[] wealth;
  private final double concentration;
  private double logScale;

  /**
   * The rule.
   *
   * @param assets number of assets, at least 2
   * @param nodes of the quadrature along each fraction, at least 1
   * @param concentration of the Dirichlet law, 1 for the uniform one and 1/2 for the one with the best bound, &gt; 0
   * @throws IllegalArgumentException if that takes more than 4 million numbers
   */
  public UniversalPortfolio(int assets, int nodes, double concentration) {
    this.assets = Check.size(assets);
    this.concentration = Check.positive("concentration", concentration);
    int count = count(assets, nodes);
    mixes = new double[count * assets];
    prior = new double[count];
    wealth = new double[count];
    Arrays.fill(prior, 1);
    for (int mix = 0; mix < count; mix++) {
      mixes[mix * assets + assets - 1] = 1;
    }
    int stride = count;
    for (int asset = 0; asset < assets - 1; asset++) {
      stride /= nodes;
      split(
          asset,
          stride,
          GaussJacobi.beta(nodes, concentration, concentration * (assets - 1 - asset)));
    }
    reset();
  }

  private static int count(int assets, int nodes) {
    long count = 1;
    for (int i = 1; i < assets && count <= LARGEST; i++) {
      count *= Math.max(nodes, 1);
    }
    if (nodes < 1 || count * assets > LARGEST) {
      throw new IllegalArgumentException(
          "nodes^(assets - 1) x assets must be in 1 .. "
              + LARGEST
              + ", was for "
              + nodes
              + " nodes and "
              + assets
              + " assets");
    }
    return (int) count;
  }

  /** Gives an asset its fraction of what the ones before it left; the last asset holds what is left. */
  private void split(int asset, int stride, GaussJacobi law) {
    for (int mix = 0; mix < prior.length; mix++) {
      int node = mix / stride % law.size();
      int rest = mix * assets + assets - 1;
      mixes[mix * assets + asset] = mixes[rest] * law.node(node);
      mixes[rest] *= 1 - law.node(node);
      prior[mix] *= law.weight(node);
    }
  }

  /** {@return the log wealth since the first round, nats; the wealth is 1 at first} */
  public double logWealth() {
    return logScale + StrictMath.log(Softmax.dot(prior, wealth, prior.length));
  }

  /**
   * {@return the most nats behind the best constant mix after so many rounds; known for concentrations 1 and 1/2}
   *
   * @param rounds number of rounds, &gt;= 1
   * @throws UnsupportedOperationException for other concentrations
   */
  public double regretBound(long rounds) {
    double logs = (assets - 1) * StrictMath.log(rounds + 1.0);
    if (concentration == 1) {
      return logs;
    }
    if (concentration == 0.5) {
      return logs / 2 + StrictMath.log(2);
    }
    throw new UnsupportedOperationException(
        "a bound is known for concentrations 1 and 0.5, this is " + concentration);
  }

  @Override
  public int size() {
    return assets;
  }

  @Override
  public void weights(double[] out) {
    Arrays.fill(out, 0, assets, 0);
    double total = 0;
    for (int mix = 0; mix < prior.length; mix++) {
      double money = prior[mix] * wealth[mix];
      total += money;
      for (int i = 0; i < assets; i++) {
        out[i] += money * mixes[mix * assets + i];
      }
    }
    Softmax.scale(out, assets, 1 / total);
  }

  @Override
  public void update(double[] relatives) {
    Check.relatives(relatives, assets);
    double largest = 0;
    for (int mix = 0; mix < prior.length; mix++) {
      double growth = 0;
      for (int i = 0; i < assets; i++) {
        growth += mixes[mix * assets + i] * relatives[i];
      }
      wealth[mix] *= growth;
      largest = Math.max(largest, wealth[mix]);
    }
    Softmax.scale(wealth, wealth.length, 1 / largest);
    logScale += StrictMath.log(largest);
  }

  @Override
  public void reset() {
    Arrays.fill(wealth, 1);
    logScale = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, wealth);
    out.writeDouble(logScale);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, wealth);
    logScale = in.readDouble();
  }
}
