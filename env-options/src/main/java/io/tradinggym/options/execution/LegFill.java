package io.tradinggym.options.execution;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Fill;

/** A leg, as it was booked. Reused. */
final class LegFill implements Fill {
  private final Account account;
  long time;
  long order;
  int asset;
  long lots;
  long ticks;
  long reference;
  long commission;
  long realised;
  TradeReason reason = TradeReason.ORDER;

  LegFill(Account account) {
    this.account = account;
  }

  @Override
  public long time() {
    return time;
  }

  @Override
  public long order() {
    return order;
  }

  @Override
  public int asset() {
    return asset;
  }

  @Override
  public long lots() {
    return lots;
  }

  @Override
  public long ticks() {
    return ticks;
  }

  @Override
  public long reference() {
    return reference;
  }

  @Override
  public long commission() {
    return commission;
  }

  /** All of it stands in the price. */
  @Override
  public long slippage() {
    return account.notionalAt(asset, ticks - reference, lots);
  }

  @Override
  public long charged() {
    return 0;
  }

  @Override
  public long realised() {
    return realised;
  }

  @Override
  public boolean maker() {
    return false;
  }

  @Override
  public TradeReason reason() {
    return reason;
  }
}
