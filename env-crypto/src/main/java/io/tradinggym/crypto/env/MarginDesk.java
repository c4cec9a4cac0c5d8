package io.tradinggym.crypto.env;

import io.tradinggym.crypto.liquidation.Deleveraging;
import io.tradinggym.crypto.liquidation.Exit;
import io.tradinggym.crypto.liquidation.Waterfall;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.MarginWalk;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.trading.MarginView;
import io.tradinggym.trading.TradingDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Margin of a lane's account: how it is set up, what stands behind its positions, and how they are closed. By a venue's
 * table they go down its waterfall, are sold at the mark, and what is missing comes from an insurance fund that bears
 * everything, so that nobody is deleveraged. Other accounts are closed on the market.
 */
final class MarginDesk implements MarginView, MarginWalk.Call {
  private static final long FUND = 1_000_000_000 * Money.UNITS;

  private final TradingDesk desk;
  private final Account account;
  private final BarExchange exchange;
  private final boolean isolated;
  private final int leverage;
  private final Account fund;
  private final @Nullable Waterfall waterfall;
  private final Runnable cancel;

  MarginDesk(Margins margins, TradingDesk desk) {
    this.desk = desk;
    account = desk.account();
    exchange = desk.exchange();
    List<Instrument> instruments = desk.cursor().market().instruments();
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

  @Override
  public double maintenanceMargin() {
    if (!isolated) {
      return Money.toDouble(account.maintenanceMargin());
    }
    long sum = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      sum = Math.addExact(sum, account.maintenanceMargin(asset));
    }
    return Money.toDouble(sum);
  }

  @Override
  public double marginBalance() {
    return isolated ? Money.toDouble(behind()) : desk.equity();
  }

  @Override
  public long behind() {
    return isolated
        ? Math.subtractExact(account.equity(), account.crossEquity())
        : account.equity();
  }

  @Override
  public boolean due() {
    if (!isolated) {
      return desk.holdsAny() && account.mustLiquidate();
    }
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.mustLiquidate(asset)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void closeOut() {
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
