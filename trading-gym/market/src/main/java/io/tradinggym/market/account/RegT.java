package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.OptionContract.Right;

/**
 * A US margin account (Regulation T, FINRA 4210), requirements measured against equity.
 *
 * <p>Shares: 50 % to open, long or short (a short sale's 150 % less its proceeds). To keep a long: 25 %. To keep a
 * short at 5 dollars or more: the greater of 30 % and 5 dollars a share; below: the greater of 100 % and 2.50 a share.
 * Long options are fully paid. A short option needs its premium, which its proceeds cover, and the greater of 20 % of
 * the underlying less the amount out of the money, and 10 % of the underlying (of the strike for a put); relief for
 * spreads is the business of an option margin model. Perpetuals: 50 % and 25 %. Opening also needs {@link
 * MinimumEquity}.
 */
public record RegT() implements PositionMargin {
  private static final long FIVE = 5 * Money.UNITS;

  @Override
  public long initial(Account account, int asset, long lots) {
    if (account.options().is(asset)) {
      return option(account, asset, lots);
    }
    long value = Math.abs(account.notional(asset, lots));
    long half = value / 2 + (value & 1);
    boolean cheap = lots < 0 && price(account, asset) < 2 * FIVE;
    return cheap ? Math.max(half, maintenance(account, asset, lots)) : half;
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    if (account.options().is(asset)) {
      return option(account, asset, lots);
    }
    long value = Math.abs(account.notional(asset, lots));
    if (lots >= 0 || account.contract(asset)) {
      return value / 4 + ((value & 3) != 0 ? 1 : 0);
    }
    long price = price(account, asset);
    if (price >= 4 * FIVE) {
      // 30 % of it is more than 5 dollars.
      return Money.shareUp(value, 3, 10);
    }
    boolean low = price < FIVE;
    long floor = Money.shareUp(low ? FIVE / 2 : FIVE, -lots, account.lotsPerUnit(asset));
    return Math.max(low ? value : Money.shareUp(value, 3, 10), floor);
  }

  private static long price(Account account, int asset) {
    return Math.multiplyExact(account.mark(asset), account.tickSize(asset));
  }

  private static long option(Account account, int asset, long lots) {
    long premium = Math.abs(account.notional(asset, lots));
    if (lots >= 0) {
      return premium;
    }
    ListedOptions options = account.options();
    int underlying = account.underlying(asset);
    long strike = options.strike(asset);
    long contracts = Math.multiplyExact(-lots, options.multiplier(asset));
    long perTick = Math.multiplyExact(contracts, account.tickSize(underlying));
    long spot = account.mark(underlying);
    boolean call = options.right(asset) == Right.CALL;
    long out = Math.max(0, call ? strike - spot : spot - strike);
    long twenty =
        Money.shareUp(Math.multiplyExact(spot, perTick), 1, 5) - Math.multiplyExact(out, perTick);
    long ten = Money.shareUp(Math.multiplyExact(call ? spot : strike, perTick), 1, 10);
    return Math.max(twenty, ten);
  }

  @Override
  public long least(Account account, Lots lots) {
    return MinimumEquity.of(account, lots);
  }
}
