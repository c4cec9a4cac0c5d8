package io.tradinggym.options.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;
import io.tradinggym.trading.ActionScheme;

/** Straddles to hold of each expiry, as parts of the limit. */
final class StraddleScheme implements ActionScheme {
  private final Straddles straddles;
  private final int limit;
  private final Box space = Box.of(-1, 1, Straddles.SLEEVES);

  StraddleScheme(Straddles straddles, VolatilityTask task) {
    this.straddles = straddles;
    limit = task.limit();
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "straddles to hold of the near and of the far expiry, as parts of the limit";
  }

  @Override
  public void intend(Action action) {
    straddles.want(wanted(action.continuous(0)), wanted(action.continuous(1)));
  }

  private int wanted(double part) {
    return (int) Math.rint(Math.clamp(part, -1, 1) * limit);
  }
}
