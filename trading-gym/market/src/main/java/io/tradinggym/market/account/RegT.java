package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.PerpetualContract;

/**
 * A US margin account (Regulation T, FINRA 4210), requirements measured against equity.
 *
 * <p>Shares: 50 % to open, long or short (a short sale's 150 % less its proceeds). To keep a long: 25 %. To keep a
 * short at 5 dollars or more: the greater of 30 % and 5 dollars a share; below: the greater of 100 % and 2.50 a share.
 * Long options are fully paid. A short option needs its premium, which its proceeds cover, and the greater of 20 % of
 * the underlying less the amount out of the money, and 10 % of the underlying (of the strike for a put); relief for
 * spreads is the business of an option margin model. Perpetuals: 50 % and 25 %.
 */
public record RegT() implements MarginModel {
  private static final long FIVE = 5 * Money.UNITS;

  @Override
  public long initial(Account account, int asset, long lots) {
    if (account.instrument(asset) instanceof OptionContract option) {
      return option(account, asset, option, lots);
    }
    long value = Math.abs(account.notional(asset, lots));
    long half = value / 2 + (value & 1);
    boolean cheap = lots < 0 && price(account, asset) < 2 * FIVE;
    return cheap ? Math.max(half, maintenance(account, asset, lots)) : half;
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    if (account.instrument(asset) instanceof OptionContract option) {
      return option(account, asset, option, lots);
    }
    long value = Math.abs(account.notional(asset, lots));
    if (lots >= 0 || account.instrument(asset) instanceof PerpetualContract) {
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

  private static long option(Account account, int asset, OptionContract option, long lots) {
    long premium = Math.abs(account.notional(asset, lots));
    if (lots >= 0) {
      return premium;
    }
    long contracts = Math.multiplyExact(-lots, option.multiplier());
    long perTick = Math.multiplyExact(contracts, option.underlying().tickSize());
    long spot = account.mark(account.underlying(asset));
    boolean call = option.right() == OptionContract.Right.CALL;
    long out = Math.max(0, call ? option.strikeTicks() - spot : spot - option.strikeTicks());
    long twenty =
        Money.shareUp(Math.multiplyExact(spot, perTick), 1, 5) - Math.multiplyExact(out, perTick);
    long ten =
        Money.shareUp(Math.multiplyExact(call ? spot : option.strikeTicks(), perTick), 1, 10);
    return Math.max(twenty, ten);
  }
}
