package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Clock;
import io.tradinggym.trading.rule.Intents;
import io.tradinggym.trading.rule.Rule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A {@link Rule} as a specialist. What it holds it is told as it asked for last: the paper book's drift since then is
 * not shown.
 */
final class RuledSpecialist implements Specialist, Intents {
  private final Rule rule;
  private final int[] assets;
  private final boolean shorts;
  private final FollowedMarket market;
  private final Clock clock;
  private final double[] wanted;
  private final double[] held;

  RuledSpecialist(Rule rule, FollowedMarket market, int[] assets, boolean shorts) {
    this.rule = rule;
    this.market = market;
    this.assets = assets;
    this.shorts = shorts;
    clock = new Clock(market.tape().bars(), market.instruments());
    wanted = new double[assets.length];
    held = new double[assets.length];
  }

  @Override
  public void begin() {
    clock.rewind();
    Arrays.fill(held, 0);
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    clock.set(view.known() - 1);
    Arrays.fill(weights, HOLD);
    Arrays.fill(wanted, HOLD);
    if (view.known() >= rule.warmUp()) {
      rule.decide(clock.view(), this);
    }
    for (int i = 0; i < assets.length; i++) {
      weights[assets[i]] = wanted[i];
      held[i] = Double.isNaN(wanted[i]) ? held[i] : wanted[i];
    }
  }

  @Override
  public void weight(int asset, double weight) {
    wanted[asset] = shorts ? weight : Math.max(0, weight);
  }

  @Override
  public double held(int asset) {
    return held[asset];
  }

  @Override
  public double equity() {
    return 1;
  }

  @Override
  public boolean tradable(int asset) {
    return market.tape().bars().traded(asset, clock.view().known() - 1);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double weight : held) {
      out.writeDouble(weight);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < held.length; i++) {
      held[i] = in.readDouble();
    }
  }
}
