package io.tradinggym.experiments.collect;

import java.util.Locale;

/** What can be collected, and where it is written below the folder. */
public enum Datum {
  /** {@code T.csv}. */
  BARS("daily bars"),
  /** {@code chains/T.csv}, of expiries between the two days. */
  OPTIONS("option chains as quoted now"),
  /** {@code series/T/iv_atm.csv}, {@code iv_skew}, {@code iv_term}, {@code iv_index}. */
  SURFACE("implied volatility: at the money, skew, term structure, variance swap"),
  /** {@code earnings/T.csv}, {@code series/T/earnings_beat_rate.csv}, {@code series/T/days_to_earnings.csv}. */
  EARNINGS("reported and expected earnings, and the next day of them"),
  /** {@code insiders/T.csv}, {@code series/T/insider_net_buying.csv}. */
  INSIDERS("purchases and sales of insiders"),
  /** {@code recommendations/T.csv}, {@code series/T/analyst_consensus.csv}. */
  RECOMMENDATIONS("how many analysts say what"),
  /** {@code upgrades/T.csv}, {@code series/T/analyst_upgrade_score.csv}. */
  UPGRADES("up- and downgrades by analysts"),
  /** {@code series/T/news_sentiment.csv}. */
  SENTIMENT("what the news think of a company"),
  /** {@code news/T.csv}. */
  NEWS("headlines that name T"),
  /** {@code summary/T.json}. */
  SUMMARY("quote summary as it came"),
  /** {@code overview/T.csv}. */
  OVERVIEW("figures of a company as of today"),
  /** {@code rsi/T.csv}. */
  RSI("relative strength index, to check one's own by"),
  /** {@code macd/T.csv}. */
  MACD("MACD, to check one's own by"),
  /** {@code series/NAME.csv}. */
  MACRO("a public series in today's revision, each value known by its rule"),
  /** {@code series/NAME.csv}. */
  VINTAGES("a public series with all revisions, each known from its day on"),
  /** {@code series/T/funding.csv}. */
  FUNDING("funding rates of a perpetual"),
  /** {@code series/T/premium.csv}. */
  PREMIUM("hourly premium of a perpetual over its index"),
  /** {@code depth/T.csv}. */
  DEPTH("the book of this moment");

  private final String meaning;

  Datum(String meaning) {
    this.meaning = meaning;
  }

  /** {@return what it is, in words} */
  public String meaning() {
    return meaning;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
