package io.tradinggym.options.margin;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.MinimumEquity;
import io.tradinggym.market.account.PositionMargin;
import io.tradinggym.market.account.UnderlyingMargin;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * Margin of a share and the options on it together; whatever is neither stands beside them under a model of its own. In
 * the base currency, rounded up. Opening needs {@link MinimumEquity}.
 */
abstract class SharesAndOptions implements UnderlyingMargin {
  private static final double YEAR = 365.0 * 24 * 60 * 60 * 1000;

  private final @Nullable PositionMargin others;
  private final Single single = new Single();

  SharesAndOptions(@Nullable PositionMargin others) {
    this.others = others;
  }

  /**
   * {@return what all positions in a share and the options on it need, money units of its currency}
   *
   * @param underlying a share that is marked
   * @param lots of which at least one is not 0
   * @param opens to open them, or to keep them
   */
  abstract long needed(Account account, int underlying, Lots lots, boolean opens);

  @Override
  public long initial(Account account, int underlying, Lots lots) {
    return together(account, underlying, lots, true);
  }

  @Override
  public long maintenance(Account account, int underlying, Lots lots) {
    return together(account, underlying, lots, false);
  }

  @Override
  public long least(Account account, Lots lots) {
    return MinimumEquity.of(account, lots);
  }

  @Override
  public long initial(Account account, int asset, long lots) {
    return alone(account, asset, lots, true);
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    return alone(account, asset, lots, false);
  }

  private long together(Account account, int asset, Lots lots, boolean opens) {
    long needed = 0;
    if (account.instrument(asset) instanceof Equity) {
      if (holds(account, lots, asset)) {
        needed = ofMarked(account, asset, lots, opens);
      }
    } else if (account.options().count(asset) > 0) {
      throw new IllegalArgumentException(
          "needs shares and options on them, there are options on "
              + account.instrument(asset).symbol());
    } else if (!account.isolation().on(asset)) {
      needed = alone(account, asset, lots.lots(asset), opens);
    }
    // In the base currency, rounded up; numbers made of cents come out exactly.
    return -account.toBase(account.currency(asset), -needed);
  }

  private long alone(Account account, int asset, long lots, boolean opens) {
    if (lots == 0) {
      return 0;
    }
    int underlying = account.underlying(asset);
    if (account.instrument(underlying) instanceof Equity) {
      return ofMarked(account, underlying, single.set(asset, lots), opens);
    }
    if (others == null) {
      throw new IllegalArgumentException(
          "needs shares and options on them, was " + account.instrument(asset).symbol());
    }
    return opens ? others.initial(account, asset, lots) : others.maintenance(account, asset, lots);
  }

  private long ofMarked(Account account, int underlying, Lots lots, boolean opens) {
    if (account.mark(underlying) <= 0) {
      throw new IllegalStateException(
          account.instrument(underlying).symbol()
              + " must be marked before positions are measured");
    }
    return needed(account, underlying, lots, opens);
  }

  private static boolean holds(Account account, Lots lots, int underlying) {
    boolean any = lots.lots(underlying) != 0;
    for (int i = 0; i < account.options().count(underlying) && !any; i++) {
      any = lots.lots(account.options().get(underlying, i)) != 0;
    }
    return any;
  }

  static OptionType type(ListedOptions options, int asset) {
    return options.right(asset) == Right.CALL ? OptionType.CALL : OptionType.PUT;
  }

  /** {@return years until a contract expires, at the account's time; negative when it has} */
  static double years(Account account, int asset) {
    if (account.time() == Long.MIN_VALUE) {
      throw new IllegalStateException(
          "an account must be told the time before its options are measured, see Account.time");
    }
    return (account.options().expiry(asset) - account.time()) * (1 / YEAR);
  }

  /** {@return the mark of an asset, money units of its currency} */
  static double price(Account account, int asset) {
    return (double) (account.mark(asset) * account.tickSize(asset));
  }

  /** {@return the strike of a contract, money units of the share's currency} */
  static double strike(Account account, int underlying, int asset) {
    return (double) (account.options().strike(asset) * account.tickSize(underlying));
  }

  /** One position and nothing else. */
  private static final class Single implements Lots {
    private int only;
    private long held;

    Single set(int asset, long lots) {
      only = asset;
      held = lots;
      return this;
    }

    @Override
    public long lots(int asset) {
      return asset == only ? held : 0;
    }
  }
}
