package io.tradinggym.stocks;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Options;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.trading.DeskRules;
import java.util.Collections;
import java.util.List;

/**
 * What trading costs and what the broker allows. Rates are fractions: 0.0001 is one basis point.
 *
 * @param cash starting cash, currency units, > 0
 * @param commission a fraction of the notional, each way, in [0, 0.1]
 * @param spread full bid-ask spread as a fraction of the price, in [0, 0.1]; a trade pays half of it
 * @param leverage largest sum of absolute weights when opening, in [1, 10]
 * @param shorts whether weights may be negative
 * @param participation largest part of a bar's volume that one order fills, a fraction, in (0, 1]
 * @param band positions whose weight is within this of what is asked for are left alone, a share of equity, in [0, 1)
 * @param borrowRate fee a year on short positions, a fraction, in [0, 10]
 * @param interestRate interest a year on borrowed cash, a fraction, in [0, 10]
 * @param maintenance equity must stay above this part of gross exposure, in [0, 1); below, all is sold
 */
record StockRules(
    double cash,
    double commission,
    double spread,
    double leverage,
    boolean shorts,
    double participation,
    double band,
    double borrowRate,
    double interestRate,
    double maintenance) {
  private static final double BASIS_POINTS = 10_000;
  private static final double MILLIONTHS = 1e6;

  StockRules {
    require("cash", cash > 0 && cash <= 1e9, cash, "> 0 and at most 1e9");
    require("commission", commission >= 0 && commission <= 0.1, commission, "in [0, 0.1]");
    require("spread", spread >= 0 && spread <= 0.1, spread, "in [0, 0.1]");
    require("leverage", leverage >= 1 && leverage <= 10, leverage, "in [1, 10]");
    require("participation", participation > 0 && participation <= 1, participation, "in (0, 1]");
    require("band", band >= 0 && band < 1, band, "in [0, 1)");
    require("borrowRate", borrowRate >= 0 && borrowRate <= 10, borrowRate, "in [0, 10]");
    require("interestRate", interestRate >= 0 && interestRate <= 10, interestRate, "in [0, 10]");
    require("maintenance", maintenance >= 0 && maintenance < 1, maintenance, "in [0, 1)");
  }

  static void require(String name, boolean right, Object value, String range) {
    if (!right) {
      throw new IllegalArgumentException("option " + name + " must be " + range + ", was " + value);
    }
  }

  /** Reads the options of an environment. */
  static StockRules of(Options options) {
    return new StockRules(
        options.get(StockOptions.CASH),
        options.get(StockOptions.COMMISSION),
        options.get(StockOptions.SPREAD),
        options.get(StockOptions.LEVERAGE),
        options.get(StockOptions.SHORTS),
        options.get(StockOptions.PARTICIPATION),
        options.get(StockOptions.BAND),
        options.get(StockOptions.BORROW_RATE),
        options.get(StockOptions.INTEREST_RATE),
        options.get(StockOptions.MAINTENANCE));
  }

  /** A cash account unless leverage or shorts are asked for. */
  private MarginModel margin() {
    if (leverage == 1 && !shorts) {
      return new CashOnly();
    }
    int initial = (int) Math.ceil(BASIS_POINTS / leverage);
    return new FlatMargin(initial, Math.min(initial, (int) Math.round(BASIS_POINTS * maintenance)));
  }

  private Costs costs() {
    long fee = Math.round(MILLIONTHS * commission);
    return new Costs(
        new Percent(fee, fee),
        spread == 0 ? Slippage.NONE : Slippage.spread(BASIS_POINTS * spread));
  }

  /** Cash earns nothing. */
  Carry carry() {
    return new Carry(0, Math.round(MILLIONTHS * interestRate), Math.round(MILLIONTHS * borrowRate));
  }

  /** The participation limit in basis points, at least one. */
  private int participationLimit() {
    return Math.max(1, (int) Math.round(BASIS_POINTS * participation));
  }

  /** The rules of a desk that trades so many shares. */
  DeskRules desk(int assets) {
    return new DeskRules(
        cash,
        margin(),
        Collections.nCopies(assets, costs()),
        participationLimit(),
        VenueRules.ANY,
        band == 0 ? DeskRules.NO_BAND : band,
        List.of(EndReason.RUIN, EndReason.MARGIN_CALL, EndReason.DELISTED));
  }

  /** The lowest weight. */
  double lowest() {
    return shorts ? -leverage : 0;
  }
}
