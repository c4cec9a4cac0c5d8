package io.tradinggym.allocator.rules;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scales a book to a wanted volatility: exposure = target / estimate, at most the limit, where the estimate is the
 * exponentially weighted root mean square of the book's unscaled returns. Until {@value #WARM_UP} returns are seen the
 * estimate is not trusted and the exposure is 0.
 *
 * @see <a href="https://doi.org/10.1111/jofi.12513">Moreira and Muir (2017)</a>
 */
public final class VolatilityTarget implements Resumable {
  /** Returns before the first exposure. */
  public static final int WARM_UP = 20;

  private final double target;
  private final double decay;
  private final double limit;
  private double squares;
  private double weight;
  private int seen;

  /**
   * The rule.
   *
   * @param target wanted standard deviation of a period's return, &gt; 0; 10 % a year is .0063 a day
   * @param decay weight of the past in the estimate, in (0, 1); RiskMetrics has .94 for days
   * @param limit most exposure, &gt; 0
   */
  public VolatilityTarget(double target, double decay, double limit) {
    this.target = Check.positive("target", target);
    this.decay = Check.within("decay", decay, Double.MIN_NORMAL, 1 - 1e-12);
    this.limit = Check.positive("limit", limit);
  }

  /**
   * Takes in the unscaled return of a period.
   *
   * @param unscaledReturn of the period, a fraction, finite
   */
  public void update(double unscaledReturn) {
    if (!(Math.abs(unscaledReturn) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the return must be finite, was " + unscaledReturn);
    }
    squares = decay * squares + unscaledReturn * unscaledReturn;
    weight = decay * weight + 1;
    seen = Math.min(seen + 1, WARM_UP);
  }

  /** {@return the estimated standard deviation of a period's unscaled return; 0 before the first} */
  public double volatility() {
    return seen == 0 ? 0 : StrictMath.sqrt(squares / weight);
  }

  /** {@return the exposure of the coming period, in [0, limit]} */
  public double exposure() {
    return seen < WARM_UP ? 0 : Math.min(limit, target / volatility());
  }

  /** Forgets all returns. */
  public void reset() {
    squares = 0;
    weight = 0;
    seen = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(squares);
    out.writeDouble(weight);
    out.writeInt(seen);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    squares = in.readDouble();
    weight = in.readDouble();
    seen = in.readInt();
  }
}
