package io.tradinggym.options.lifecycle;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import java.util.ArrayList;
import java.util.List;

/** A share, eight options on it at a strike of $120, and what three splits make of them. */
final class Desk {
  static final int SHARE = 0;
  static final int OPTIONS = 8;
  static final long STRIKE = 12_000;
  static final long DAY = 24 * 60 * 60 * 1000L;
  static final long CENT = Money.UNITS / 100;
  static final int NEAR = 3;
  static final int FAR = 9;

  /** No split; 4 for 1, which makes more contracts; 3 for 2 and 1 for 10, which change what one delivers. */
  static final long[][] SPLITS = {{1, 1}, {4, 1}, {3, 2}, {1, 10}};

  static final List<Instrument> ALL = list();

  private Desk() {}

  private static List<Instrument> list() {
    Equity share = Equity.printed("XYZ");
    List<OptionContract> options = new ArrayList<>();
    for (int days : new int[] {NEAR, FAR}) {
      for (Right right : Right.values()) {
        options.add(option(share, right, Style.AMERICAN, Settlement.PHYSICAL, days));
        options.add(option(share, right, Style.EUROPEAN, Settlement.CASH, days));
      }
    }
    List<Instrument> all = new ArrayList<>(List.of(share));
    all.addAll(options);
    for (int split = 1; split < SPLITS.length; split++) {
      long news = SPLITS[split][0];
      long olds = SPLITS[split][1];
      String name = " " + news + ":" + olds;
      options.forEach(o -> all.add(SplitTerms.adjusted(o, o.symbol() + name, news, olds)));
    }
    return List.copyOf(all);
  }

  private static OptionContract option(
      Equity share, Right right, Style style, Settlement settlement, int days) {
    String symbol = right + " " + style + " " + days;
    return new OptionContract(
        symbol, share, right, style, settlement, STRIKE, days * DAY, CENT, 100);
  }

  /**
   * The option with these terms: the American ones deliver, the European ones pay cash.
   *
   * @param split index into {@link #SPLITS}
   */
  static int find(Right right, Style style, int days, int split) {
    int base = 1 + (days == NEAR ? 0 : 4) + (right == Right.CALL ? 0 : 2);
    return base + (style == Style.AMERICAN ? 0 : 1) + split * OPTIONS;
  }

  static OptionContract contract(int asset) {
    return (OptionContract) ALL.get(asset);
  }

  /** A million dollars. */
  static Account account() {
    Account account = new Account(ALL, Currency.USD, FlatMargin.leverage(2));
    account.reset(1_000_000 * Money.UNITS);
    return account;
  }
}
