package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Clock;
import io.tradinggym.trading.Steering;
import io.tradinggym.trading.TradingDesk;
import java.time.Instant;

/** A rule at a desk: {@code desk.steer(new RuleSteering(rule, desk))}. One lane's state; a step allocates nothing. */
public final class RuleSteering implements Steering, Intents {
  private final Rule rule;
  private final TradingDesk desk;
  private final Clock clock;
  private final AsOf view;
  private final int assets;
  private final int warmUp;

  /**
   * A rule for one desk.
   *
   * @param rule decides at every close once enough bars are known
   * @param desk is told the weights
   */
  public RuleSteering(Rule rule, TradingDesk desk) {
    this.rule = rule;
    this.desk = desk;
    clock = new Clock(desk.cursor().bars(), desk.cursor().market().instruments());
    view = clock.view();
    assets = desk.assets();
    warmUp = rule.warmUp();
  }

  @Override
  public void opened() {
    clock.rewind();
  }

  @Override
  public void intend() {
    for (int asset = 0; asset < assets; asset++) {
      desk.target(asset, TradingDesk.HOLD);
    }
    clock.set(desk.cursor().bar());
    if (view.known() >= warmUp) {
      try {
        rule.decide(view, this);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "the rule "
                + rule
                + " failed at the close of "
                + Instant.ofEpochMilli(view.closeTime())
                + ": "
                + (e.getMessage() == null ? e : e.getMessage()),
            e);
      }
    }
  }

  @Override
  public void weight(int asset, double weight) {
    if (asset < 0 || asset >= assets || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          "a weight must be finite and of an asset in 0 .. "
              + (assets - 1)
              + ", was "
              + weight
              + " of "
              + asset);
    }
    desk.target(asset, desk.tradable(asset) ? weight : TradingDesk.HOLD);
  }

  @Override
  public double held(int asset) {
    return desk.weight(asset);
  }

  @Override
  public double equity() {
    return desk.equity();
  }

  @Override
  public boolean tradable(int asset) {
    return desk.tradable(asset);
  }
}
