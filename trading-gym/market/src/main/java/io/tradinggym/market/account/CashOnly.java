package io.tradinggym.market.account;

/**
 * A cash account: positions are fully paid, nothing is sold short or written, nothing is liquidated before equity is 0.
 */
public record CashOnly() implements PositionMargin {
  @Override
  public long initial(Account account, int asset, long lots) {
    return Math.abs(account.notional(asset, lots));
  }

  @Override
  public boolean opensAny(Account account, long gross, long equity) {
    return gross <= equity;
  }

  @Override
  public double mostMaintenance() {
    return 0;
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    return 0;
  }

  @Override
  public boolean mayShort(Account account, int asset) {
    return false;
  }
}
