package io.tradinggym.allocator.desk;

import io.tradinggym.api.Action;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;
import io.tradinggym.market.account.Account;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.flow.Sleeves;

/**
 * One share of the account's equity for each specialist, in [0, 1]; more than the limit on capital together is scaled
 * down, what is left is cash. Capital moves between the sleeves, and each sleeve is told to hold what its specialist
 * wants, as far as the limits on instruments let it.
 */
final class CapitalScheme implements ActionScheme {
  private final TradingDesk desk;
  private final Account account;
  private final Sleeves sleeves;
  private final Evidence evidence;
  private final CapitalBook book;
  private final AllocationLimits limits;
  private final Space space;
  private final double[] asked;
  private final double[] worth;
  private final double[] scale;

  CapitalScheme(TradingDesk desk, AllocationLimits limits) {
    this.desk = desk;
    this.limits = limits;
    evidence = desk.event(Evidence.class);
    book = desk.event(CapitalBook.class);
    account = desk.account();
    sleeves = desk.sleeves();
    space = Box.of(0, 1, evidence.size());
    asked = new double[evidence.size()];
    worth = new double[evidence.size()];
    scale = new double[desk.assets()];
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "shares of the account's equity for each specialist, scaled down together above "
        + (limits.capital() == 1 ? "1" : limits.capital())
        + "; the rest is cash";
  }

  @Override
  public void intend(Action action) {
    for (int i = 0; i < asked.length; i++) {
      asked[i] = Math.clamp(action.continuous(i), 0, 1);
    }
    book.move(asked);
    for (int i = 0; i < worth.length; i++) {
      worth[i] = Math.max(0, book.held(i));
    }
    bound();
    for (int i = 0; i < worth.length; i++) {
      for (int asset = 0; asset < scale.length; asset++) {
        desk.target(i + 1, asset, target(i, asset));
      }
    }
  }

  /** Scales down what would break the limits on instruments and on the gross exposure. */
  private void bound() {
    double gross = 0;
    for (int asset = 0; asset < scale.length; asset++) {
      double net = 0;
      for (int i = 0; i < worth.length; i++) {
        net += worth[i] * evidence.wanted(i, asset);
      }
      double size = Math.abs(net);
      scale[asset] = size > limits.instrument() ? limits.instrument() / size : 1;
      gross += Math.min(size, limits.instrument());
    }
    for (int asset = 0; asset < scale.length && gross > limits.gross(); asset++) {
      scale[asset] *= limits.gross() / gross;
    }
  }

  /** The weight in its sleeve that a specialist's position shall have; hold where it is near enough. */
  private double target(int specialist, int asset) {
    long lots = sleeves.lots(specialist + 1, asset);
    if (!desk.tradable(asset)) {
      return TradingDesk.HOLD;
    }
    double share = worth[specialist];
    double wanted = share > 0 ? evidence.wanted(specialist, asset) * scale[asset] : 0;
    long worthNow = Math.max(1, sleeves.equity(specialist + 1));
    double now = lots == 0 ? 0 : (double) account.worth(asset, lots) / worthNow;
    boolean near = wanted == 0 ? lots == 0 : Math.abs(wanted - now) <= limits.band();
    return near ? TradingDesk.HOLD : wanted;
  }
}
