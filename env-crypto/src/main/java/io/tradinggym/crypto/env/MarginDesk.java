package io.tradinggym.crypto.env;

import io.tradinggym.crypto.liquidation.Deleveraging;
import io.tradinggym.crypto.liquidation.Exit;
import io.tradinggym.crypto.liquidation.Waterfall;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Margin of a lane's account: how it is set up, what stands behind its positions, and how they are closed. By a venue's
 * table they go down its waterfall, are sold at the mark, and what is missing comes from an insurance fund that bears
 * everything, so that nobody is deleveraged. Other accounts are closed on the market.
 */
final class MarginDesk {
  private static final long FUND = 1_000_000_000 * Money.UNITS;

  private final Account account;
  private final BarExchange exchange;
  private final boolean isolated;
  private final int leverage;
  private final Account fund;
  private final @Nullable Waterfall waterfall;
  private final Runnable cancel;

  MarginDesk(Margins margins, List<Instrument> instruments, Account account, BarExchange exchange) {
    this.account = account;
    this.exchange = exchange;
    cancel = () -> exchange.cancelAll(OrderEnd.LIQUIDATION);
    fund =
        new Account(
            instruments, instruments.getFirst().currency(), margins.model(instruments.size()));
    if (margins instanceof Margins.ByTable table) {
      isolated = table.mode() == MarginMode.ISOLATED;
      leverage = isolated ? table.leverage() : 0;
      Exit atTheMark = (asset, lots) -> account.mark(asset);
      waterfall =
          new Waterfall(
              table.model(instruments.size()), table.terms(), atTheMark, fund, new Deleveraging());
    } else {
      isolated = false;
      leverage = 0;
      waterfall = null;
    }
  }

  /** Sets up an account that was just reset. */
  void open() {
    for (int asset = 0; asset < account.assets(); asset++) {
      account.isolation().set(asset, isolated);
      account.isolation().leverage(asset, leverage);
    }
  }

  /** Whether positions have margins of their own. */
  boolean isolated() {
    return isolated;
  }

  /** What has to be kept behind all positions. */
  long maintenance() {
    if (!isolated) {
      return account.maintenanceMargin();
    }
    long sum = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      sum = Math.addExact(sum, account.maintenanceMargin(asset));
    }
    return sum;
  }

  /** What stands behind open positions. */
  long behind() {
    return isolated
        ? Math.subtractExact(account.equity(), account.crossEquity())
        : account.equity();
  }

  /** Whether positions have to be liquidated at the present marks. */
  boolean due() {
    if (!isolated) {
      return holds() && account.mustLiquidate();
    }
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.mustLiquidate(asset)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any position is open. */
  boolean holds() {
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.lots(asset) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Liquidates at the present marks, until what is left stands. */
  void closeOut() {
    if (waterfall != null) {
      fund.reset(FUND);
      waterfall.run(account, cancel);
      return;
    }
    cancel.run();
    for (int asset = 0; asset < account.assets(); asset++) {
      exchange.liquidate(asset, account.mark(asset));
    }
  }
}
