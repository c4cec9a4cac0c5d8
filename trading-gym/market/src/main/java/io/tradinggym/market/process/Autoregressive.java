package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;

/**
 * One asset whose return hangs on the one before it: {@code z' = rho z + sqrt(1 - rho^2) e}, log return {@code sd z},
 * {@code e} standard normal. What the last return tells of the next is known exactly: its sign is right with
 * probability {@code 1/2 + asin(rho) / pi}, and the area under its curve is {@code 1/2 + (2 / pi) asin(rho / sqrt 2)}.
 *
 * @see <a href="https://doi.org/10.1098/rsta.1927.0007">Yule (1927)</a>
 */
public final class Autoregressive implements PriceProcess {
  private final double rho;
  private final double rest;
  private final double deviation;

  /**
   * The law.
   *
   * @param rho correlation of a return with the one before, in (-1, 1); 0 is noise
   * @param deviation of a bar's log return, > 0
   */
  public Autoregressive(double rho, double deviation) {
    if (!(rho > -1 && rho < 1)) {
      throw new IllegalArgumentException("rho must be in (-1, 1), was " + rho);
    }
    this.rho = rho;
    rest = Math.sqrt(1 - rho * rho);
    this.deviation = Checks.positive("deviation", deviation);
  }

  @Override
  public int assets() {
    return 1;
  }

  @Override
  public double typicalDeviation(int asset) {
    return deviation;
  }

  @Override
  public String parameters() {
    return "autoregressive rho=" + rho + " deviation=" + deviation;
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    private double z;

    @Override
    public void start(RandomStream random) {
      z = random.gaussian();
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      z = rho * z + rest * random.gaussian();
      logReturns[0] = deviation * z;
      deviations[0] = deviation * rest;
    }
  }
}
