package io.tradinggym.trading.flow;

import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Fill;

/** One sleeve's part of a fill. Reused. */
final class SleeveFill implements Fill {
  long time;
  long order;
  int asset;
  long lots;
  long ticks;
  long reference;
  long commission;
  long slippage;
  long charged;
  long realised;
  boolean maker;
  TradeReason reason = TradeReason.CROSS;

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

  @Override
  public long slippage() {
    return slippage;
  }

  @Override
  public long charged() {
    return charged;
  }

  @Override
  public long realised() {
    return realised;
  }

  @Override
  public boolean maker() {
    return maker;
  }

  @Override
  public TradeReason reason() {
    return reason;
  }
}
