package io.tradinggym.options.chain;

import io.tradinggym.market.data.csv.Cells;
import java.util.List;
import java.util.Locale;

/** The layouts of chain files that are recognised by their first line. */
public enum ChainLayout {
  /**
   * Yahoo Finance, one row a contract, with the time of its last trade: {@code
   * contractSymbol,lastTradeDate,strike,...}.
   */
  YAHOO("contractsymbol,lasttradedate,strike,bid,ask,type,expiration"),
  /**
   * QuantConnect Lean's universe of a day: {@code #expiry,strike,right,open,high,low,close,...}; prices are those of
   * the day's last bar, without bid and ask; the row without a strike is the underlying.
   */
  LEAN_UNIVERSE("expiry,strike,right,close,openinterest"),
  /**
   * QuantConnect Lean's quote bars of a minute: {@code underlying,right,strike,expiry,day,time,bid_open,...}; prices in
   * ten-thousandths, times in milliseconds since midnight in New York. The chain is the last minute in which most
   * contracts were quoted; what comes after it is a stub.
   */
  LEAN_MINUTE("right,strike,expiry,day,time,bidclose,askclose"),
  /**
   * QuantConnect Lean's quote bars of a day: the same columns without {@code day}; times are {@code yyyyMMdd HH:mm}.
   * The chain is that of the last day, or of the one asked for.
   */
  LEAN_DAILY("right,strike,expiry,time,bidclose,askclose"),
  /** OptionLab, bid and ask by strike: {@code Type,Strike,Bid,Ask,Expiration}. */
  OPTIONLAB("type,strike,bid,ask,expiration");

  private final String needed;

  ChainLayout(String needed) {
    this.needed = needed;
  }

  /** Whether a file of this layout has quotes of many moments. */
  boolean isOfManyMoments() {
    return this == LEAN_MINUTE || this == LEAN_DAILY;
  }

  /** Whether a header has the columns of this layout. */
  boolean matches(List<String> header) {
    return header.containsAll(List.of(needed.split(",", -1)));
  }

  /** Names of columns without case, underscores and the mark of a comment. */
  static List<String> header(String line) {
    String plain = line.toLowerCase(Locale.ROOT).replace("#", "").replace("_", "");
    return List.of(Cells.split(plain, Cells.separator(plain)));
  }
}
