package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import java.util.stream.IntStream;

/** Closes out an account that has lost its margin: all of it, at the prices of that moment and normal costs. */
final class Liquidation implements MarginWalk.Call {
  private final Bars bars;
  private final Account account;
  private final Filler filler;
  private final Runnable cancelAll;
  private final MarginWalk walk;

  /** Whether all positions are paid for, so that no price can call for margin. */
  private final boolean paid;

  private int now;

  Liquidation(Bars bars, Account account, Filler filler, Runnable cancelAll) {
    this.bars = bars;
    this.account = account;
    this.filler = filler;
    this.cancelAll = cancelAll;
    double most = account.mostMaintenance();
    paid = most == 0 && IntStream.range(0, bars.assets()).noneMatch(account::mayShort);
    walk = new MarginWalk(bars, account, this, most);
  }

  boolean insideBar(int bar) {
    now = bar;
    return !paid && walk.insideBar(bar);
  }

  boolean atClose(int bar) {
    if (!account.mustLiquidate()) {
      return false;
    }
    cancelAll.run();
    for (int asset = 0; asset < bars.assets(); asset++) {
      filler.closeOut(Exchange.LIQUIDATION, bar, asset, bars.close(asset, bar));
    }
    return true;
  }

  @Override
  public long behind() {
    return account.equity();
  }

  @Override
  public boolean due() {
    return account.gross() != 0 && account.mustLiquidate();
  }

  @Override
  public void closeOut() {
    cancelAll.run();
    for (int asset = 0; asset < bars.assets(); asset++) {
      filler.closeOut(Exchange.LIQUIDATION, now, asset, account.mark(asset));
    }
  }
}
