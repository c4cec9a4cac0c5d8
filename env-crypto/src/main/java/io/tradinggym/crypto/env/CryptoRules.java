package io.tradinggym.crypto.env;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Borrowing;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.trading.DeskRules;
import java.util.List;

/**
 * What trading costs and what the venue allows.
 *
 * @param cash starting cash, USDT
 * @param perpetualFees fees of perpetuals
 * @param spotFees fees of spot pairs
 * @param spread full bid-ask spread as a fraction of the price; a trade pays half of it
 * @param leverage highest sum of absolute weights that actions can ask for
 * @param shorts whether weights may be negative
 * @param band weights closer than this to what is held are left alone
 * @param participation largest part of a bar's volume that one order fills
 * @param borrowing interest
 * @param margin how much equity positions need
 * @param leastOrder least worth of an order that does not close a position, money units
 */
record CryptoRules(
    double cash,
    Commission perpetualFees,
    Commission spotFees,
    double spread,
    double leverage,
    boolean shorts,
    double band,
    double participation,
    Borrowing borrowing,
    Margins margin,
    long leastOrder) {
  static final double BASIS_POINTS = 10_000;
  static final double MILLIONTHS = 1e6;

  CryptoRules {
    require("cash", cash > 0 && cash <= 1e9, cash, "> 0 and at most 1e9");
    double least = Money.toDouble(leastOrder);
    require("cash", !(cash * leverage < least), cash, "enough for an order of " + least);
    require("spread", spread >= 0 && spread <= 0.1, spread, "in [0, 0.1]");
    require("band", band >= 0 && band <= 1, band, "in [0, 1]");
    require("participation", participation > 0 && participation <= 1, participation, "in (0, 1]");
  }

  static void require(String name, boolean right, Object value, String range) {
    if (!right) {
      throw new IllegalArgumentException("option " + name + " must be " + range + ", was " + value);
    }
  }

  /** A number among options, checked. */
  static double number(Options options, Option<Double> option, double low, double high) {
    double value = options.get(option);
    require(option.name(), value >= low && value <= high, value, "in [" + low + ", " + high + "]");
    return value;
  }

  /** A rate among options, in millionths. */
  static long millionths(Options options, Option<Double> option, double low, double high) {
    return Math.round(MILLIONTHS * number(options, option, low, high));
  }

  /** The rules of a desk that trades these. */
  DeskRules desk(List<Instrument> instruments) {
    return new DeskRules(
        cash,
        margin.model(instruments.size()),
        costs(instruments),
        participationLimit(),
        venueRules(),
        band,
        List.of(EndReason.MARGIN_CALL, EndReason.RUIN, EndReason.DELISTED));
  }

  /** Costs by asset. */
  List<Costs> costs(List<Instrument> instruments) {
    Slippage slippage = spread == 0 ? Slippage.NONE : Slippage.spread(BASIS_POINTS * spread);
    Costs ofPerpetuals = new Costs(perpetualFees, slippage);
    Costs ofSpot = new Costs(spotFees, slippage);
    return instruments.stream()
        .map(one -> one instanceof Perpetual ? ofPerpetuals : ofSpot)
        .toList();
  }

  /** The participation limit in basis points, at least one. */
  int participationLimit() {
    return Math.max(1, (int) Math.round(BASIS_POINTS * participation));
  }

  /** The highest leverage of a position of so much worth, USDT, and so many coins. */
  double mostLeverage(double worth, double coins) {
    return margin.mostLeverage(worth, coins);
  }

  /** What the exchange checks of every order. */
  private VenueRules venueRules() {
    VenueRules any = VenueRules.ANY;
    return new VenueRules(any.tickStep(), any.lotStep(), leastOrder, any.slots());
  }

  /** The lowest weight. */
  double lowest() {
    return shorts ? -leverage : 0;
  }
}
