package io.tradinggym.allocator.desk;

import io.tradinggym.allocator.rules.OnlineRule;

/** A rule for experts, whose losses are minus log returns of the specialists' books. All capital is shared out. */
final class ExpertCapital implements CapitalRule {
  private static final double RUINED = 1e-6;

  private final String name;
  private final OnlineRule rule;
  private final double[] losses;
  private boolean first = true;

  ExpertCapital(String name, OnlineRule rule) {
    this.name = name;
    this.rule = rule;
    losses = new double[rule.size()];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin() {
    rule.reset();
    first = true;
  }

  @Override
  public void shares(double[] regimes, double[] returns, double[] out) {
    if (!first) {
      for (int i = 0; i < losses.length; i++) {
        losses[i] = -StrictMath.log(Math.max(RUINED, 1 + returns[i]));
      }
      rule.update(losses);
    }
    first = false;
    rule.weights(out);
  }
}
