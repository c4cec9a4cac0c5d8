package io.tradinggym.experiments.evaluation;

import io.tradinggym.experiments.statistics.Drawdowns;
import io.tradinggym.experiments.statistics.Relative;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.experiments.statistics.TradingCosts;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures by which an episode of trading is judged; risk-free rate 0, all net of costs. Undefined is NaN. Formulas and
 * sources are those of package {@link io.tradinggym.experiments.statistics}.
 */
public enum Metric {
  TOTAL_RETURN("Total return", Unit.PERCENT, true, a -> a.end() / a.start() - 1),
  CAGR("Annual growth (CAGR)", Unit.PERCENT, true, a -> Returns.cagr(a.start(), a.end(), a.years())),
  VOLATILITY("Volatility", Unit.PERCENT, false, a -> Returns.volatility(a.returns(), a.periodsPerYear())),
  SHARPE("Sharpe ratio", Unit.RATIO, true, a -> Returns.sharpe(a.returns(), 0, a.periodsPerYear())),
  SORTINO("Sortino ratio", Unit.RATIO, true, a -> Returns.sortino(a.returns(), 0, a.periodsPerYear())),
  PROBABILISTIC_SHARPE(
      "Chance that the Sharpe ratio is above 0", Unit.PERCENT, true,
      a -> SharpeInference.probabilistic(a.returns(), 0)),
  MAX_DRAWDOWN("Deepest drawdown", Unit.PERCENT, true, a -> a.drawdowns().maximum()),
  RECOVERY(
      "Recovery from it", Unit.BARS, false,
      a -> a.drawdowns().recovery().isPresent() ? a.drawdowns().recovery().getAsInt() : Double.NaN),
  UNDERWATER("Longest time under water", Unit.BARS, false, a -> a.drawdowns().longestUnderwater()),
  ULCER("Ulcer index", Unit.PERCENT, false, a -> a.drawdowns().ulcer()),
  CALMAR(
      "Calmar ratio", Unit.RATIO, true,
      a -> a.drawdowns().calmar(Returns.cagr(a.start(), a.end(), a.years()))),
  VALUE_AT_RISK("Value at risk, 5 %, one bar", Unit.PERCENT, true, a -> Returns.valueAtRisk(a.returns(), Unit.TAIL)),
  EXPECTED_SHORTFALL(
      "Expected shortfall, 5 %, one bar", Unit.PERCENT, true,
      a -> Returns.conditionalValueAtRisk(a.returns(), Unit.TAIL)),
  OMEGA("Omega ratio", Unit.RATIO, true, a -> Returns.omega(a.returns(), 0)),
  TAIL_RATIO("Tail ratio", Unit.RATIO, true, a -> Returns.tailRatio(a.returns())),
  STABILITY("Stability (R squared of log equity)", Unit.RATIO, true, a -> Returns.stability(a.returns())),
  PROFIT_FACTOR("Profit factor, per bar", Unit.RATIO, true, a -> Returns.profitFactor(a.returns())),
  EXPECTANCY("Expectancy, per bar", Unit.BASIS_POINTS, true, a -> Returns.expectancy(a.returns())),
  ALPHA(
      "Alpha to buy-and-hold", Unit.PERCENT, true,
      a -> a.against(benchmark -> Relative.alpha(a.returns(), benchmark, 0, a.periodsPerYear()))),
  BETA("Beta to buy-and-hold", Unit.RATIO, false, a -> a.against(benchmark -> Relative.beta(a.returns(), benchmark))),
  INFORMATION_RATIO(
      "Information ratio to buy-and-hold", Unit.RATIO, true,
      a -> a.against(benchmark -> Relative.informationRatio(a.returns(), benchmark, a.periodsPerYear()))),
  UP_CAPTURE("Up capture", Unit.PERCENT, true, a -> a.against(b -> Relative.upCapture(a.returns(), b))),
  DOWN_CAPTURE("Down capture", Unit.PERCENT, false, a -> a.against(b -> Relative.downCapture(a.returns(), b))),
  EXPOSURE("Mean exposure", Unit.PERCENT, false, Account::exposure),
  TURNOVER("Turnover a year, one way", Unit.TIMES, false, a -> a.traded() / 2 / a.meanEquity() / a.years()),
  FEES("Fees and commissions", Unit.MONEY, false, Account::fees),
  CARRY("Interest, borrow fees, less dividends", Unit.MONEY, false, Account::carry),
  COST_DRAG(
      "Cost drag on total return", Unit.PERCENT, false,
      a -> TradingCosts.drag((a.end() + a.fees() + a.carry()) / a.start(), a.end() / a.start())),
  BREAK_EVEN(
      "Break-even cost", Unit.BASIS_POINTS_GIVEN, true,
      a -> TradingCosts.breakEvenBasisPoints(a.end() - a.start() + a.fees() + a.carry(), a.traded()));

  /** How a figure is written. */
  public enum Unit {
    /** A fraction, shown in per cent. */
    PERCENT,
    /** A plain number. */
    RATIO,
    /** Periods. */
    BARS,
    /** A multiple of equity. */
    TIMES,
    /** Account currency. */
    MONEY,
    /** A fraction, shown in basis points. */
    BASIS_POINTS,
    /** Already basis points. */
    BASIS_POINTS_GIVEN;

    private static final double TAIL = 0.05;
  }

  private final String title;
  private final Unit unit;
  private final boolean higherIsBetter;
  @SuppressWarnings("ImmutableEnumChecker") // The formulas are lambdas without state.
  private final ToDoubleFunction<Account> formula;

  Metric(String title, Unit unit, boolean higherIsBetter, ToDoubleFunction<Account> formula) {
    this.title = title;
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
    this.formula = formula;
  }

  /** For tables. */
  public String title() {
    return title;
  }

  /** How to write it. */
  public Unit unit() {
    return unit;
  }

  /** Whether more is better; where neither is, less risk and less cost count as better. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Name in files: lower_snake_case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The figure of one episode. */
  public double of(Account account) {
    return formula.applyAsDouble(account);
  }

  /** Mean over episodes, undefined ones left out; NaN if none is defined. */
  public double mean(Iterable<Account> accounts) {
    double sum = 0;
    int count = 0;
    for (Account account : accounts) {
      double value = of(account);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

}
