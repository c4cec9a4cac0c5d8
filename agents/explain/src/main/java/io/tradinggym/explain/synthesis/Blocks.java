package io.tradinggym.explain.synthesis;

import io.tradinggym.explain.synthesis.Fact.Unit;
import java.util.List;

/** The blocks of a {@link SynthesisContext}; whatever is not known is {@link Known#absent}. */
public final class Blocks {
  private Blocks() {}

  /** Values under one heading. */
  public sealed interface Block
      permits Market, Signals, Technical, Macro, Fundamentals, Options, Sizing {
    /** {@return its values, in the order in which they are told} */
    List<Fact> facts();
  }

  /**
   * Where the security trades.
   *
   * @param price last price
   * @param high52 highest price of 52 weeks
   * @param low52 lowest price of 52 weeks
   * @param volumeRatio volume over its average, 1 is usual
   * @param daysToEarnings days until the next earnings
   */
  public record Market(
      Known<Double> price,
      Known<Double> high52,
      Known<Double> low52,
      Known<Double> volumeRatio,
      Known<Integer> daysToEarnings)
      implements Block {
    private static final String HEADING = "market";

    /** {@return nothing known} */
    public static Market absent() {
      return new Market(
          Known.absent(), Known.absent(), Known.absent(), Known.absent(), Known.absent());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "price", Unit.PRICE, price),
          new Fact(HEADING, "52-week high", Unit.PRICE, high52),
          new Fact(HEADING, "52-week low", Unit.PRICE, low52),
          new Fact(HEADING, "volume against average", Unit.NUMBER, volumeRatio),
          new Fact(HEADING, "days to earnings", Unit.DAYS, daysToEarnings));
    }
  }

  /**
   * What the models say, probabilities that the close is higher after three days.
   *
   * @param trees by boosted trees, 0 to 1
   * @param sequences by the LSTM, 0 to 1
   * @param ensemble of both, 0 to 1
   * @param band name of the score's band, such as BULL
   * @param low lower end of the interval over refits, 0 to 1
   * @param high upper end of the interval over refits, 0 to 1
   */
  public record Signals(
      Known<Double> trees,
      Known<Double> sequences,
      Known<Double> ensemble,
      Known<String> band,
      Known<Double> low,
      Known<Double> high)
      implements Block {
    private static final String HEADING = "model signals";

    /** {@return nothing known} */
    public static Signals absent() {
      return new Signals(
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "trees, 3-day probability", Unit.SHARE, trees),
          new Fact(HEADING, "LSTM, 3-day probability", Unit.SHARE, sequences),
          new Fact(HEADING, "ensemble score", Unit.SHARE, ensemble),
          new Fact(HEADING, "signal", Unit.TEXT, band),
          new Fact(HEADING, "interval low", Unit.SHARE, low),
          new Fact(HEADING, "interval high", Unit.SHARE, high));
    }
  }

  /**
   * The picture of the chart.
   *
   * @param rsi relative strength index, 0 to 100
   * @param macdHistogram in the security's currency
   * @param emaDistance price over its 200-day exponential average, less 1
   * @param atr average true range, in the security's currency
   * @param atrShare average true range over the price, a fraction
   * @param squeeze whether the bands are narrow
   * @param bullFlag whether a bull flag stands
   * @param volumeSpike whether volume is far above average
   * @param volatility20 of 20 days, a year, as a fraction
   * @param volatility60 of 60 days, a year, as a fraction
   * @param volatilityRatio volatility of 20 days over that of 60
   */
  public record Technical(
      Known<Double> rsi,
      Known<Double> macdHistogram,
      Known<Double> emaDistance,
      Known<Double> atr,
      Known<Double> atrShare,
      Known<Boolean> squeeze,
      Known<Boolean> bullFlag,
      Known<Boolean> volumeSpike,
      Known<Double> volatility20,
      Known<Double> volatility60,
      Known<Double> volatilityRatio)
      implements Block {
    private static final String HEADING = "technical picture";

    /** {@return nothing known} */
    public static Technical absent() {
      return new Technical(
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "RSI", Unit.NUMBER, rsi),
          new Fact(HEADING, "MACD histogram", Unit.NUMBER, macdHistogram),
          new Fact(HEADING, "price against EMA 200", Unit.SHARE, emaDistance),
          new Fact(HEADING, "ATR", Unit.PRICE, atr),
          new Fact(HEADING, "ATR over price", Unit.SHARE, atrShare),
          new Fact(HEADING, "Bollinger squeeze", Unit.TEXT, squeeze),
          new Fact(HEADING, "bull flag", Unit.TEXT, bullFlag),
          new Fact(HEADING, "volume spike", Unit.TEXT, volumeSpike),
          new Fact(HEADING, "20-day volatility", Unit.SHARE, volatility20),
          new Fact(HEADING, "60-day volatility", Unit.SHARE, volatility60),
          new Fact(HEADING, "volatility ratio", Unit.NUMBER, volatilityRatio));
    }
  }

  /**
   * Rates, and the volatility of the market.
   *
   * @param vix volatility index, points
   * @param regime its name, such as CALM
   * @param tenYear percent a year
   * @param slope 10-year less 2-year yield, percentage points
   * @param fundsChange percentage points
   */
  public record Macro(
      Known<Double> vix,
      Known<String> regime,
      Known<Double> tenYear,
      Known<Double> slope,
      Known<Double> fundsChange)
      implements Block {
    private static final String HEADING = "macro";

    /** {@return nothing known} */
    public static Macro absent() {
      return new Macro(
          Known.absent(), Known.absent(), Known.absent(), Known.absent(), Known.absent());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "VIX", Unit.NUMBER, vix),
          new Fact(HEADING, "VIX regime", Unit.TEXT, regime),
          new Fact(HEADING, "10-year yield", Unit.PERCENT, tenYear),
          new Fact(HEADING, "curve slope", Unit.PERCENT, slope),
          new Fact(HEADING, "funds rate change over 30 days", Unit.PERCENT, fundsChange));
    }
  }

  /**
   * Earnings, insiders, analysts, news.
   *
   * @param beatRate share of quarters that beat estimates, 0 to 1
   * @param insiderNet bought less sold
   * @param analystScore -1 to 1
   * @param newsSentiment -1 to 1
   */
  public record Fundamentals(
      Known<Double> beatRate,
      Known<Double> insiderNet,
      Known<Double> analystScore,
      Known<Double> newsSentiment)
      implements Block {
    private static final String HEADING = "fundamentals and sentiment";

    /** {@return nothing known} */
    public static Fundamentals absent() {
      return new Fundamentals(Known.absent(), Known.absent(), Known.absent(), Known.absent());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "beat rate of 8 quarters", Unit.SHARE, beatRate),
          new Fact(HEADING, "insider net buying of 90 days", Unit.PRICE, insiderNet),
          new Fact(HEADING, "analyst score", Unit.NUMBER, analystScore),
          new Fact(HEADING, "news sentiment", Unit.NUMBER, newsSentiment));
    }
  }

  /**
   * Volatility, the best contracts, and the chain.
   *
   * @param ivRatio at-the-money implied volatility over 20-day volatility
   * @param crushRisk whether implied volatility is rich before near earnings
   * @param topCall in words
   * @param topSpread in words
   * @param score 0 to 100
   * @param chain the contracts that a ticket must come from
   */
  public record Options(
      Known<Double> ivRatio,
      Known<Boolean> crushRisk,
      Known<String> topCall,
      Known<String> topSpread,
      Known<Double> score,
      List<OptionQuote> chain)
      implements Block {
    private static final String HEADING = "options";

    /** Copies the chain. */
    public Options {
      chain = List.copyOf(chain);
    }

    /** {@return nothing known} */
    public static Options absent() {
      return new Options(
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          Known.absent(),
          List.of());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "IV ratio", Unit.NUMBER, ivRatio),
          new Fact(HEADING, "crush risk", Unit.TEXT, crushRisk),
          new Fact(HEADING, "top call", Unit.TEXT, topCall),
          new Fact(HEADING, "top spread", Unit.TEXT, topSpread),
          new Fact(HEADING, "option score", Unit.NUMBER, score));
    }
  }

  /**
   * What may be risked.
   *
   * @param account worth of the account, in the security's currency
   * @param riskShare share of the account that a trade may lose, 0 to 1
   * @param riskBudget what a trade may lose, in the security's currency
   * @param stopDistance from entry to stop, in the security's currency
   * @param shares shares that lose the budget at the stop
   */
  public record Sizing(
      Known<Double> account,
      Known<Double> riskShare,
      Known<Double> riskBudget,
      Known<Double> stopDistance,
      Known<Integer> shares)
      implements Block {
    private static final String HEADING = "sizing";

    /** {@return nothing known} */
    public static Sizing absent() {
      return new Sizing(
          Known.absent(), Known.absent(), Known.absent(), Known.absent(), Known.absent());
    }

    @Override
    public List<Fact> facts() {
      return List.of(
          new Fact(HEADING, "account", Unit.PRICE, account),
          new Fact(HEADING, "risk a trade", Unit.SHARE, riskShare),
          new Fact(HEADING, "risk budget", Unit.PRICE, riskBudget),
          new Fact(HEADING, "stop distance", Unit.PRICE, stopDistance),
          new Fact(HEADING, "suggested position", Unit.COUNT, shares));
    }
  }
}
