package io.tradinggym.crypto.market;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.process.PriceProcess;

/**
 * One coin on two venues: the first leads, the second follows with a lag. With d the log price of the second over the
 * first,
 *
 * <pre>
 * d' = d + catchUp (0 - d) - lag x return of the leader + noise e
 * </pre>
 *
 * <p>so that right after a move the follower is behind by the share {@code lag} of it, and makes that up by {@code
 * catchUp} of what is missing each bar.
 *
 * @param leader law of one asset
 * @param lag share of a bar's move that the follower misses, in [0, 1]
 * @param catchUp share of the distance made up in a bar, in (0, 1]
 * @param noise deviation of the distance's own shock, >= 0
 */
public record LeadAndLag(PriceProcess leader, double lag, double catchUp, double noise)
    implements PriceProcess {
  /** Checks the ranges. */
  public LeadAndLag {
    if (leader.assets() != 1) {
      throw new IllegalArgumentException("the leader must be one asset, was " + leader.assets());
    }
    if (!(lag >= 0 && lag <= 1) || !(catchUp > 0 && catchUp <= 1) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "lag must be in [0, 1], catchUp in (0, 1] and noise >= 0, were "
              + lag
              + ", "
              + catchUp
              + " and "
              + noise);
    }
  }

  @Override
  public int assets() {
    return 2;
  }

  @Override
  public double typicalDeviation(int asset) {
    return leader.typicalDeviation(0);
  }

  @Override
  public String parameters() {
    return "lag="
        + lag
        + " catchUp="
        + catchUp
        + " noise="
        + noise
        + " behind "
        + leader.parameters();
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    private final Path path = leader.path();
    private final double[] leaderReturn = new double[1];
    private final double[] leaderDeviation = new double[1];
    private double distance;

    @Override
    public void start(RandomStream random) {
      path.start(random);
      distance = 0;
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      path.step(random, leaderReturn, leaderDeviation);
      double move = leaderReturn[0];
      double next = (1 - catchUp) * distance - lag * move + noise * random.gaussian();
      logReturns[0] = move;
      logReturns[1] = move + next - distance;
      deviations[0] = leaderDeviation[0];
      deviations[1] = leaderDeviation[0];
      distance = next;
    }
  }
}
