package io.tradinggym.stocks;

/**
 * What trading costs and what the broker allows. Rates are fractions: 0.0001 is one basis point.
 *
 * @param cash starting cash, currency units, > 0
 * @param commission of the notional, each way, in [0, 0.1]
 * @param spread full bid-ask spread as a fraction of the price, in [0, 0.1]; a trade pays half of it
 * @param leverage largest sum of absolute weights when opening, >= 1
 * @param shorts whether weights may be negative
 * @param participation largest part of a bar's volume that one order fills, in (0, 1]
 * @param borrowRate a year on short positions, in [0, 10]
 * @param interestRate a year on borrowed cash, in [0, 10]
 * @param maintenance equity must stay above this part of gross, in [0, 1); below, all is sold
 * @param barsPerYear > 0
 */
record Rules(
    double cash,
    double commission,
    double spread,
    double leverage,
    boolean shorts,
    double participation,
    double borrowRate,
    double interestRate,
    double maintenance,
    double barsPerYear) {
  Rules {
    require("cash", cash > 0 && cash <= 1e9, cash, "> 0 and at most 1e9");
    require("commission", commission >= 0 && commission <= 0.1, commission, "in [0, 0.1]");
    require("spread", spread >= 0 && spread <= 0.1, spread, "in [0, 0.1]");
    require("leverage", leverage >= 1 && leverage <= 10, leverage, "in [1, 10]");
    require("participation", participation > 0 && participation <= 1, participation, "in (0, 1]");
    require("borrowRate", borrowRate >= 0 && borrowRate <= 10, borrowRate, "in [0, 10]");
    require("interestRate", interestRate >= 0 && interestRate <= 10, interestRate, "in [0, 10]");
    require("maintenance", maintenance >= 0 && maintenance < 1, maintenance, "in [0, 1)");
    require("barsPerYear", barsPerYear > 0 && barsPerYear < 1e7, barsPerYear, "> 0 and below 1e7");
  }

  static void require(String name, boolean right, Object value, String range) {
    if (!right) {
      throw new IllegalArgumentException("option " + name + " must be " + range + ", was " + value);
    }
  }
}
