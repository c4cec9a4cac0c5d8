package io.tradinggym.allocator.desk;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.data.AsOf;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a specialist earns with capital of its own, whatever capital it is given: a book of one unit at first, traded as
 * the desk trades, sized at the close, filled at the next open, at the same cost of one way, but in any fraction and
 * volume and without interest. Allocates nothing.
 */
public final class PaperBook implements Resumable {
  private final double cost;
  private final double band;
  private final double[] units;
  private final double[] order;
  private double cash;
  private double worth;
  private double peak;
  private double last;
  private double traded;

  /**
   * A book.
   *
   * @param assets of the market
   * @param cost of one way, share of what is traded, &gt;= 0
   * @param band positions whose weight is within this of what is wanted are left alone, &gt;= 0; going flat always
   *     trades
   */
  PaperBook(int assets, double cost, double band) {
    this.cost = cost;
    this.band = band;
    units = new double[assets];
    order = new double[assets];
    begin();
  }

  void begin() {
    Arrays.fill(units, 0);
    Arrays.fill(order, 0);
    cash = 1;
    worth = 1;
    peak = 1;
    last = 0;
    traded = 0;
  }

  /** Losses are counted from here. */
  void markPeak() {
    peak = worth;
  }

  /** What was decided at the present close is sized here and filled at the next open. */
  void order(AsOf view, double[] weights) {
    for (int asset = 0; asset < units.length; asset++) {
      double price = view.close(asset, 0);
      double held = weight(view, asset);
      boolean moves = Math.abs(weights[asset] - held) > band || (weights[asset] == 0 && held != 0);
      order[asset] =
          moves && price > 0 && worth > 0 ? weights[asset] * worth / price - units[asset] : 0;
    }
  }

  /** A bar has passed: fills at its open, worth at its close. */
  void pass(AsOf view) {
    double before = worth;
    traded = 0;
    for (int asset = 0; asset < units.length; asset++) {
      if (order[asset] != 0 && view.traded(asset, 0)) {
        double amount = order[asset] * view.open(asset, 0);
        cash -= amount + Math.abs(amount) * cost;
        traded += Math.abs(amount);
        units[asset] += order[asset];
      }
      order[asset] = 0;
    }
    worth = cash;
    for (int asset = 0; asset < units.length; asset++) {
      worth += units[asset] * view.close(asset, 0);
    }
    if (!(worth > 0)) {
      Arrays.fill(units, 0); // ruined: nothing is left to trade with
      cash = 0;
      worth = 0;
    }
    last = before > 0 ? worth / before - 1 : 0;
    traded = before > 0 ? traded / before : 0;
    peak = Math.max(peak, worth);
  }

  /** {@return the return of the last bar, costs paid, a fraction} */
  public double lastReturn() {
    return last;
  }

  /** {@return what was bought and sold in the last bar, share of the book's worth} */
  public double turnover() {
    return traded;
  }

  /** {@return the worth of the book, 1 at the start} */
  public double worth() {
    return worth;
  }

  /** {@return the part of its highest worth that is lost, in [0, 1]} */
  public double drawdown() {
    return 1 - worth / peak;
  }

  /** The position at the present close as a share of the worth. */
  double weight(AsOf view, int asset) {
    return worth > 0 && units[asset] != 0 ? units[asset] * view.close(asset, 0) / worth : 0;
  }

  /** The position that is wanted at the present close, ordered or held, as a share of the worth. */
  double wanted(AsOf view, int asset) {
    double all = units[asset] + order[asset];
    return worth > 0 && all != 0 ? all * view.close(asset, 0) / worth : 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int asset = 0; asset < units.length; asset++) {
      out.writeDouble(units[asset]);
      out.writeDouble(order[asset]);
    }
    for (double number : new double[] {cash, worth, peak, last, traded}) {
      out.writeDouble(number);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int asset = 0; asset < units.length; asset++) {
      units[asset] = in.readDouble();
      order[asset] = in.readDouble();
    }
    cash = in.readDouble();
    worth = in.readDouble();
    peak = in.readDouble();
    last = in.readDouble();
    traded = in.readDouble();
  }
}
