package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.crypto.env.CrossVenueEnvironment;
import io.tradinggym.crypto.env.FundingArbitrageEnvironment;
import io.tradinggym.trading.TradingInfo;
import java.util.List;

/**
 * Takes one and the same action all the time, where actions are of two legs: sizes of a hedged pair, or what is done
 * between two venues.
 */
final class PairPlayer implements Contender.Player {
  private final boolean invested;
  private final int choices;
  private final int lowest;
  private final int highest;

  /** Stays out, or holds the largest hedged position. */
  PairPlayer(EnvironmentSpec spec, boolean invested) {
    this.invested = invested;
    choices = ((Discrete) spec.action()).n();
    List<String> names = spec.infoFields().stream().map(InfoField::name).toList();
    lowest = names.indexOf(TradingInfo.LOWEST.name());
    highest = names.indexOf(TradingInfo.HIGHEST.name());
  }

  static boolean hedged(EnvironmentSpec spec) {
    return spec.id().equals(FundingArbitrageEnvironment.ID);
  }

  static boolean fits(EnvironmentSpec spec) {
    return hedged(spec) || spec.id().equals(CrossVenueEnvironment.ID);
  }

  /** Levels are evenly spaced from the lowest weight to the highest; the one nearest to none is out. */
  @Override
  public void act(int step, float[] observation, boolean[] mask, double[] infos, float[] action) {
    double part = infos[lowest] / (infos[lowest] - infos[highest]);
    action[0] = invested ? choices - 1 : Math.round(part * (choices - 1));
  }
}
