package io.tradinggym.options.execution;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A share at $100, calls and puts at 80, 85, ... 120 that expire in 30, 60 and 365 days, and quotes that tests set.
 */
public final class Ladder implements LegQuotes {
  public static final int SHARE = 0;
  public static final long CENT = Money.UNITS / 100;
  public static final long DAY = 24 * 60 * 60 * 1000L;
  private static final int[] DAYS = {30, 60, 365};
  private static final int STRIKES = 9;

  private final List<Instrument> all = new ArrayList<>();
  private final long[] bid;
  private final long[] ask;

  public Ladder() {
    Equity share = Equity.printed("XYZ");
    all.add(share);
    for (int days : DAYS) {
      for (int i = 0; i < STRIKES; i++) {
        long strike = 8_000 + 500L * i;
        for (Right right : Right.values()) {
          all.add(
              new OptionContract(
                  right + " " + strike + " " + days,
                  share,
                  right,
                  Style.AMERICAN,
                  Settlement.PHYSICAL,
                  strike,
                  days * DAY,
                  CENT,
                  100));
        }
      }
    }
    bid = new long[all.size()];
    ask = new long[all.size()];
    Arrays.fill(bid, 100);
    Arrays.fill(ask, 120);
    quote(SHARE, 9_999, 10_001);
  }

  public int size() {
    return all.size();
  }

  public static int asset(OptionType type, int strike, int days) {
    int expiry = Arrays.binarySearch(DAYS, days);
    int rung = (strike - 80) / 5;
    return 1 + 2 * (STRIKES * expiry + rung) + (type == OptionType.CALL ? 0 : 1);
  }

  public void quote(int asset, long newBid, long newAsk) {
    bid[asset] = newBid;
    ask[asset] = newAsk;
  }

  /** An account with so many dollars; the share is marked at $100. */
  public Account account(long dollars) {
    Account account = new Account(all, Currency.USD, new AccountMargin(ExchangeMargin.EQUITY));
    account.reset(dollars * Money.UNITS);
    account.time(0);
    account.mark(SHARE, 10_000);
    return account;
  }

  @Override
  public long bid(int asset) {
    return bid[asset];
  }

  @Override
  public long ask(int asset) {
    return ask[asset];
  }
}
